import { Token } from '../../../web/form.tsx';
import { titleText } from '../../../web/text.tsx';
import { evidenceAddress } from './addresses.ts';
import type { OwnProps } from './own-props.ts';
import { shareLabel } from './shared-state.tsx';

/** What its owner can do about a piece of evidence. */
export function EvidenceActions({ evidence, readers, token }: OwnProps) {
  const { id, version, sharedAt } = evidence;
  return (
    <aside class="right" aria-label="What you can do">
      <ul class="actions">
        {sharedAt === undefined && (
          <li>
            <form method="post" action={evidenceAddress(id, 'shares')} data-share>
              <Token token={token} />
              <button type="submit">
                {titleText(shareLabel(readers))} <kbd class="with-script">s</kbd>
              </button>
            </form>
          </li>
        )}
        <li>
          <a href={evidenceAddress(id, 'ties')}>Tie it to expectations</a>
        </li>
        <li>
          <a href={evidenceAddress(id, 'edit')}>Edit</a>
        </li>
        {version > 1 && (
          <li>
            <a href={evidenceAddress(id, 'versions')}>
              {version - 1} earlier {version === 2 ? 'version' : 'versions'}
            </a>
          </li>
        )}
        <li>
          <a href={evidenceAddress(id, 'deletion')}>Delete</a>
        </li>
      </ul>
    </aside>
  );
}
