/** Markdown of authors, which is untrusted: no HTML, no images, only links that lead to a page or a mailbox. */
import MarkdownIt, { type MarkdownIt as Reader, type Token } from 'markdown-it';

/** Schemes that a link may have. One without a scheme stays on this site. */
const LINK_SCHEMES = /^(https?:|mailto:)/i;

/** Whether an address from an author may become a link. */
export function isSafeLink(url: string): boolean {
  // Browsers drop control characters and white space in front of a scheme, so these count as hiding one.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const address = url.replace(/[\u0000-\u0020]/g, '');
  if (LINK_SCHEMES.test(address)) return true;
  return !/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[\\/]{2}/.test(address);
}

const markdown = createReader();

/** @param headingsFrom the level (2 to 6) that the text's topmost heading gets, to fit under the page's own */
export function markdownToHtml(text: string, headingsFrom: number): string {
  const tokens = markdown.parse(text, {});
  fitHeadings(tokens, headingsFrom);
  for (const token of tokens) isolateDirection(token);
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** One line of Markdown without a paragraph around it. */
export function markdownToInlineHtml(text: string): string {
  return markdown.renderInline(text);
}

/** The texts of a Markdown source without its layout, one a paragraph, heading, item or cell. */
export function markdownToPassages(text: string): string[] {
  return markdown
    .parse(text, {})
    .flatMap((token) => {
      if (token.type === 'inline') return [inlineText(token.children ?? [])];
      return token.type === 'fence' || token.type === 'code_block' ? [token.content.trimEnd()] : [];
    })
    .filter((passage) => passage.trim() !== '');
}

function inlineText(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('');
}

function createReader(): Reader {
  const reader = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
  reader.validateLink = isSafeLink;
  const rules = reader.renderer.rules;
  rules.image = (tokens, index) => reader.utils.escapeHtml(tokens[index]?.content ?? '');
  rules.table_open = () => '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>';
  rules.table_close = () => '</table></div>';
  // Superscripts such as `<sup>®</sup>` are the one kind of tag that sources lean on: their text is shown, not the tag.
  reader.inline.ruler.before('text', 'tags that only raise or lower', (state, silent) => {
    const tag = /^<\/?su[pb]>/i.exec(state.src.slice(state.pos, state.pos + 6))?.[0];
    if (tag === undefined) return false;
    if (!silent) state.push('text', '', 0);
    state.pos += tag.length;
    return true;
  });
  return reader;
}

/** Renumbers headings so that none is skipped, whatever depth the author began at or jumped to. */
function fitHeadings(tokens: readonly Token[], from: number): void {
  const open: number[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const depth = Number(token.tag.slice(1));
      while ((open.at(-1) ?? 0) >= depth) open.pop();
      open.push(depth);
    }
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(6, from + open.length - 1)}`;
    }
  }
}

const BLOCKS = new Set(['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'blockquote']);

/** Lets each block find its own writing direction, so that right-to-left text cannot reorder what is around it. */
function isolateDirection(token: Token): void {
  if (token.nesting !== 1 || !BLOCKS.has(token.tag)) return;
  token.attrSet('dir', 'auto');
  // The content security policy allows no style attribute, which is how markdown-it aligns the cells of a table.
  const alignment = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  if (alignment === undefined) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  token.attrSet('class', `align-${alignment}`);
}
