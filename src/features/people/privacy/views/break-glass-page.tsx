import { type FieldError, TextArea, TextField, Token } from '../../../../web/form.tsx';
import { MomentInWords } from '../../../../web/moment.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { administrationPage } from '../../administration/views/administration-side.tsx';
import { Whoever } from '../../views/names.tsx';
import { RecordLink } from '../record-words.tsx';
import type { BrokenGlass } from '../who-looked.ts';

export const BREAK_GLASS = '/administration/break-glass';

export interface GlassTyped {
  address: string;
  reason: string;
  hours: string;
}

export function breakGlassPage(props: {
  glass: readonly BrokenGlass[];
  viewer: string;
  typed: GlassTyped;
  errors: readonly FieldError[];
  timeZone: string | null;
  now: Date;
  token: string;
  done: string | undefined;
}) {
  const { glass, typed, errors, timeZone, now, token, done } = props;
  const open = glass.filter(({ until }) => until > now);
  const over = glass.filter(({ until }) => until <= now);
  return administrationPage({
    heading: 'Break-glass',
    current: BREAK_GLASS,
    errors,
    done,
    children: (
      <>
        <p class="lede">
          Open one record, for a reason and a while, where the law or somebody’s safety asks for it. Its owner
          is told at once: that it was you, which record, why, and until when.
        </p>
        {open.length > 0 && (
          <section aria-labelledby="_open">
            <h2 id="_open">Open now</h2>
            <ul class="decided">
              {open.map((one) => (
                <li key={one.id}>
                  <GlassInWords glass={one} timeZone={timeZone} />
                  <form method="post" action={`${BREAK_GLASS}/${one.id}/end`}>
                    <Token token={token} />
                    <button type="submit" class="button small">
                      Give it back now
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        )}
        <form class="stacked" method="post" action={BREAK_GLASS}>
          <Token token={token} />
          <TextField
            id="address"
            name="address"
            label="Address of the record"
            hint="As somebody gave it to you, e.g. https://…/evidence/0193…. One record, never all of a person’s."
            value={typed.address}
            errors={errors}
            maxlength={500}
          />
          <TextArea
            id="reason"
            name="reason"
            label="Reason"
            hint="The owner reads it as you write it. Ten characters at least."
            value={typed.reason}
            errors={errors}
            rows={3}
            maxlength={1000}
          />
          <TextField
            id="hours"
            name="hours"
            label="For how many hours"
            hint="1 to 24"
            value={typed.hours}
            errors={errors}
            inputmode="numeric"
            maxlength={2}
          />
          <p class="buttons">
            <button type="submit" class="button">
              Check
            </button>
          </p>
        </form>
        {over.length > 0 && (
          <section aria-labelledby="_over">
            <h2 id="_over">Over</h2>
            <ul class="rows history">
              {over.map((one) => (
                <li key={one.id}>
                  <GlassInWords glass={one} timeZone={timeZone} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  });
}

function GlassInWords({ glass, timeZone }: { glass: BrokenGlass; timeZone: string | null }) {
  const { administrator, owner, recordKind, recordId, reason, openedAt, until } = glass;
  return (
    <div>
      <p>
        <Whoever person={administrator} />: <RecordLink kind={recordKind} id={recordId} /> of{' '}
        <Whoever person={owner} />
      </p>
      <p class="quiet">
        From <MomentInWords at={openedAt} timeZone={timeZone} /> until{' '}
        <MomentInWords at={until} timeZone={timeZone} />. “<Phrase text={reason} />”
      </p>
    </div>
  );
}
