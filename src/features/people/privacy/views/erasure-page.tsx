import { Banner } from '../../../../web/banner.tsx';
import { Done, ErrorSummary, type FieldError, TextField, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import type { Viewer } from '../../../../web/session.ts';
import { YouSide } from '../../you/views/you-side.tsx';
import type { ErasurePreview } from '../personal-record.ts';

export const ERASURE = '/you/erasure';

/** What has to be typed before somebody is erased. */
export const TYPED_TO_ERASE = 'erase me';

export function erasurePage(props: {
  viewer: Viewer;
  previews: readonly ErasurePreview[];
  wishes: boolean;
  errors: readonly FieldError[];
  typed: string;
  token: string;
  done: string | undefined;
}): Page {
  const { viewer, previews, wishes, errors, typed, token, done } = props;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Being erased`,
    draft: true,
    section: 'you',
    left: <YouSide current={ERASURE} viewer={viewer} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        {done !== undefined && <Done>{done}</Done>}
        <h1>Being erased</h1>
        <p class="lede">
          You can have yourself erased from this installation. It cannot be undone. Take{' '}
          <a href="/you/everything">everything about you</a> along first, if you want it.
        </p>
        {wishes && (
          <Banner tone="attention" label="Asked for">
            <p>You asked an administrator to erase you. They see it among what waits for them.</p>
            <form method="post" action={`${ERASURE}/withdrawal`}>
              <Token token={token} />
              <button type="submit" class="button small">
                Take it back
              </button>
            </form>
          </Banner>
        )}
        <Preview heading="What goes" id="_goes" lines={previews.flatMap(({ goes }) => goes)} />
        <Preview heading="What stays" id="_stays" lines={previews.flatMap(({ stays }) => stays)} />
        <section aria-labelledby="_now">
          <h2 id="_now">Erase yourself now</h2>
          <form class="stacked" method="post" action={ERASURE}>
            <Token token={token} />
            <TextField
              id="words"
              name="words"
              label={`Type “${TYPED_TO_ERASE}”`}
              hint="You are signed out at once, and nobody can bring anything back"
              value={typed}
              errors={errors}
              autocomplete="off"
              maxlength={40}
            />
            <p class="buttons">
              <button type="submit" class="button">
                Erase me
              </button>
            </p>
          </form>
        </section>
        {!wishes && (
          <section aria-labelledby="_later">
            <h2 id="_later">Or ask an administrator to</h2>
            <p>They see your wish, and carry it out. Until then you can take it back.</p>
            <form method="post" action={`${ERASURE}/wish`}>
              <Token token={token} />
              <p class="buttons">
                <button type="submit" class="button second">
                  Ask an administrator
                </button>
              </p>
            </form>
          </section>
        )}
      </>
    ),
  };
}

function Preview({ heading, id, lines }: { heading: string; id: string; lines: readonly string[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class="prose">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** What somebody reads who has just been erased. */
export function erasedPage(): Page {
  return {
    title: 'You are erased',
    draft: true,
    main: (
      <>
        <h1>You are erased</h1>
        <p class="lede">
          What was yours is gone from this installation, and you are signed out. Backups that were made before
          are erased again when they are restored.
        </p>
      </>
    ),
  };
}
