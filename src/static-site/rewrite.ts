/** Changes the references in what the app answers with; everything else stays to the letter. */

/** A reference as it stands in a page. */
export interface Reference {
  /** The address as written, without HTML's escapes. */
  value: string;
  element: string;
  attribute: string;
  /** All of the element's attributes, to tell kinds of link apart. */
  attributes: ReadonlyMap<string, string>;
}

/** What becomes of a reference: another address, `drop` the reference, or `remove` the whole (empty) element. */
export type Rewritten = { to: string } | 'keep' | 'drop' | 'remove';

const REFERRING = new Set(['href', 'src', 'action', 'content']);
const TAG = /<([a-z][\w:-]*)((?:\s+[^\s=<>"/]+(?:="[^"]*")?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /\s+([^\s=<>"/]+)(?:="([^"]*)")?/g;

/**
 * Rewrites the references of HTML or XML as our own renderers write it: attributes in double quotes, text escaped.
 *
 * @param rewrite asked for every `href`, `src`, `action`, `content` and every `data-` attribute
 */
export function rewriteMarkup(markup: string, rewrite: (reference: Reference) => Rewritten): string {
  return markup.replace(TAG, (tag, element: string, written: string, close: string) => {
    if (written === '') return tag;
    const pairs = [...written.matchAll(ATTRIBUTE)].map(([, name = '', value]) => ({ name, value }));
    const attributes = new Map(pairs.map(({ name, value }) => [name, unescaped(value ?? '')]));
    let changed = false;
    let result = '';
    for (const { name, value } of pairs) {
      const refers = value !== undefined && (REFERRING.has(name) || name.startsWith('data-'));
      const made = refers
        ? rewrite({ value: unescaped(value), element, attribute: name, attributes })
        : 'keep';
      if (made === 'remove') return '';
      changed ||= made !== 'keep';
      if (made === 'drop') continue;
      const now = made === 'keep' ? value : escaped(made.to);
      result += now === undefined ? ` ${name}` : ` ${name}="${now}"`;
    }
    return changed ? `<${element}${result}${close}>` : tag;
  });
}

/** Rewrites the addresses that a style or script names: those of other assets. */
export function rewriteAssetAddresses(text: string, rewrite: (address: string) => string): string {
  return text.replace(/(?<=["'(`])\/assets\/[\w.-]+/g, rewrite);
}

/** Rewrites the addresses that a sitemap lists. */
export function rewriteLocations(xml: string, rewrite: (address: string) => string): string {
  return xml.replace(/(?<=<loc>)[^<]*(?=<\/loc>)/g, (address) => escaped(rewrite(unescaped(address))));
}

/** Rewrites the addresses of what the search index finds. Its texts hold no such key: there a quote is escaped. */
export function rewriteIndexAddresses(json: string, rewrite: (address: string) => string): string {
  return json.replace(/(?<="address":")\/[^"\\]*/g, rewrite);
}

const ESCAPES: Record<string, string> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
};

function unescaped(text: string): string {
  return text.replace(/&(?:amp|quot|lt|gt|#39);/g, (name) => ESCAPES[name] ?? name);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
