import type { Evidence, Ruling } from '../../../domain/evidence.ts';
import { titleOf } from '../../../domain/evidence-title.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { evidenceAddress } from './addresses.ts';
import { evidencePage } from './shell.tsx';

/** What goes with it, before it goes. */
export function deletionPage(props: { evidence: Evidence; ruling: Ruling; token: string }): Page {
  const { evidence, ruling, token } = props;
  const title = titleOf(evidence.text);
  return evidencePage({
    title: `Delete: ${title}`,
    main: (
      <>
        <h1>{ruling.may ? 'Delete this for good?' : 'This can no longer be deleted'}</h1>
        <p class="lede" dir="auto">
          <Phrase text={title} />, <DateInWords date={evidence.happenedOn} />
        </p>
        {ruling.may ? (
          <form method="post" action={evidenceAddress(evidence.id, 'deletion')}>
            <Token token={token} />
            <p>
              {whatGoes(evidence)} Nobody can bring it back, except from a backup of the whole installation.
            </p>
            <div class="buttons">
              <button type="submit" class="button">
                Delete for good
              </button>
              <a href={evidenceAddress(evidence.id)}>Keep it</a>
            </div>
          </form>
        ) : (
          <>
            <p>{ruling.why}</p>
            <p>
              <a href={evidenceAddress(evidence.id)}>Back to it</a>
            </p>
          </>
        )}
      </>
    ),
  });
}

function whatGoes({ version, files, links, ties }: Evidence): string {
  const parts = [
    counted(version - 1, 'earlier version', 'earlier versions'),
    counted(ties.length, 'tie', 'ties'),
    counted(links.length, 'link', 'links'),
    counted(files.length, 'file', 'files'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'The text goes.' : `The text goes, and with it ${parts.join(', ')}.`;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
