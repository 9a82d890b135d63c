import type { Finding } from '../../../domain/finding.ts';
import { TextArea } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { deskAddress } from './addresses.ts';
import { type Desk, returnedTo } from './desk.ts';
import { DeskFields } from './desk-page.tsx';
import { referenceTo } from './finding-refs.ts';

/** Names the form of a finding, so that it comes back with what was typed. */
export function findingForm(number: number): string {
  return `finding ${number}`;
}

/** Id of the field for the reason why a finding is accepted. */
export function reasonField(number: number): string {
  return `_reason-${number}`;
}

/** One finding: the text, what is wrong with it, how to mend it, and where it stands. */
export function FindingBlock(props: { desk: Desk; finding: Finding; number: number }) {
  const { desk, finding, number } = props;
  const id = `_finding-${number}`;
  return (
    <article class="finding" id={id} aria-labelledby={`${id}-message`}>
      {finding.quote !== '' && (
        <blockquote dir="auto" class="plain-text">
          <Phrase text={finding.quote} />
        </blockquote>
      )}
      <p id={`${id}-message`}>
        <Phrase text={finding.message} />
      </p>
      <p>
        <Phrase text={finding.remedy} />
      </p>
      <p class="quiet">
        <code>{finding.rule}</code> <Where finding={finding} />
      </p>
      {isAcceptable(finding) && <Accept desk={desk} finding={finding} number={number} />}
    </article>
  );
}

/** An error has to be mended, and what is said of an acceptance is mended by taking that back. */
function isAcceptable({ severity, rule }: Finding): boolean {
  return severity !== 'error' && rule !== 'stale-acceptance';
}

function Where({ finding: { file, line } }: { finding: Finding }) {
  if (file === undefined) return null;
  return (
    <>
      in <Phrase text={file} />
      {line !== undefined && <>, line {line}</>}
    </>
  );
}

function Accept({ desk, finding, number }: { desk: Desk; finding: Finding; number: number }) {
  const reference = referenceTo(finding);
  const { typed, errors } = returnedTo(desk, findingForm(number));
  return (
    <details class="fold wide" open={desk.returned?.id === findingForm(number)}>
      <summary>
        Accept it as it stands
        <span class="visually-hidden">
          : <Phrase text={finding.quote === '' ? finding.message : finding.quote} />
        </span>
      </summary>
      <form method="post" action={deskAddress(desk.stored.id, 'findings', 'acceptances')}>
        <DeskFields desk={desk} />
        <input type="hidden" name="finding" value={reference} />
        <TextArea
          id={reasonField(number)}
          name="why"
          label="Reason"
          hint="Why it is right as it stands."
          value={typed.why ?? ''}
          errors={errors}
          maxlength={1000}
          required
        />
        <p class="buttons">
          <button type="submit" class="button">
            Accept
          </button>
        </p>
      </form>
    </details>
  );
}
