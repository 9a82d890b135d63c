import type { EvidenceLink } from '../../../domain/evidence.ts';
import { shortened } from '../../../domain/evidence-title.ts';
import { TextField, Token } from '../../../web/form.tsx';
import { isSafeLink } from '../../../web/markdown.ts';
import { Phrase } from '../../../web/text.tsx';
import { evidenceAddress } from './addresses.ts';
import type { Adding } from './own-props.ts';
import { RemoveButton } from './remove-button.tsx';

/** Of an address without a title, in characters. */
const LONGEST_SHOWN = 90;

export function Links({ links, removal }: { links: readonly EvidenceLink[]; removal?: Adding }) {
  return (
    <ul class="hanging">
      {links.map(({ place, url, title }) => (
        <li key={place}>
          {isSafeLink(url) ? (
            <a href={url} rel="noreferrer">
              <Phrase text={title ?? shortened(url, LONGEST_SHOWN)} />
            </a>
          ) : (
            <Phrase text={title ?? url} />
          )}
          {title !== undefined && (
            <span class="quiet">
              {' '}
              <Phrase text={hostOf(url)} />
            </span>
          )}
          {removal !== undefined && (
            <RemoveButton
              removal={removal}
              part="links/removal"
              field="place"
              value={String(place)}
              what={title ?? url}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function AddLink({ evidence, token, errors, typed }: Adding) {
  const open = errors.some(({ field }) => field.startsWith('link-'));
  return (
    <details class="fold adding" open={open}>
      <summary>Add a link</summary>
      <form method="post" action={evidenceAddress(evidence, 'links')} novalidate>
        <Token token={token} />
        <TextField
          id="link-url"
          name="url"
          type="url"
          inputmode="url"
          label="Address"
          hint="A ticket, a review, a change. Nothing is fetched from there."
          value={typed.url ?? ''}
          errors={errors}
        />
        <TextField
          id="link-title"
          name="title"
          label="What it is (optional)"
          value={typed.title ?? ''}
          errors={errors}
        />
        <div class="buttons">
          <button type="submit" class="button second">
            Add link
          </button>
        </div>
      </form>
    </details>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
