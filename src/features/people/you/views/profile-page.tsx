import { ErrorSummary, type FieldError, TextField, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import type { Viewer } from '../../../../web/session.ts';
import { YOU, YouSide } from './you-side.tsx';

export interface ProfileTyped {
  pronouns: string;
  site: string;
  timeZone: string;
}

export function profilePage(props: {
  viewer: Viewer;
  typed: ProfileTyped;
  errors: readonly FieldError[];
  token: string;
}): Page {
  const { viewer, typed, errors, token } = props;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Your profile`,
    draft: true,
    section: 'you',
    left: <YouSide current="/you/profile" viewer={viewer} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>Your profile</h1>
        <p class="lede">
          Everybody who is signed in sees this. Your name, e-mail address, team and manager are for an
          administrator to change.
        </p>
        <form class="stacked" method="post" action="/you/profile">
          <Token token={token} />
          <TextField
            id="pronouns"
            name="pronouns"
            label="Pronouns"
            hint="As you would like people to use them, e.g. she/her. Leave it empty to give none."
            value={typed.pronouns}
            errors={errors}
            maxlength={60}
          />
          <TextField id="site" name="site" label="Site" value={typed.site} errors={errors} maxlength={100} />
          <TextField
            id="timeZone"
            name="timeZone"
            label="Time zone"
            hint="By its place, e.g. Europe/London"
            value={typed.timeZone}
            errors={errors}
            maxlength={64}
          />
          <p class="buttons">
            <button type="submit" class="button">
              Save
            </button>
            <a href={YOU}>Back</a>
          </p>
        </form>
      </>
    ),
  };
}
