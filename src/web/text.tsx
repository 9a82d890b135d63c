/** The text of authors: shown to the letter, kept from reordering or breaking what stands around it. */
import { markdownToHtml, markdownToInlineHtml } from './markdown.ts';

/** A name or another short text within a line of ours. */
export function Phrase({ text }: { text: string }) {
  return <bdi>{showControls(text)}</bdi>;
}

/** Plain text to the letter; a blank line begins a new paragraph. */
export function PlainText({ text }: { text: string }) {
  return (
    <div class="prose plain-text">
      {paragraphs(text).map((paragraph, index) => (
        <p key={index} dir="auto">
          {showControls(paragraph)}
        </p>
      ))}
    </div>
  );
}

/** CommonMark without HTML and images. */
export function MarkdownText({ text, headingsFrom = 4 }: { text: string; headingsFrom?: number }) {
  const html = markdownToHtml(showControls(text), headingsFrom);
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** One line of Markdown, e.g. an ability of a role profile. */
export function MarkdownPhrase({ text }: { text: string }) {
  const html = markdownToInlineHtml(showControls(text));
  return <bdi dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A text in the format that its framework or guide declares. */
export function AuthorText(props: { text: string; format: 'plain' | 'markdown'; headingsFrom?: number }) {
  const { text, format, headingsFrom = 4 } = props;
  return format === 'plain' ? (
    <PlainText text={text} />
  ) : (
    <MarkdownText text={text} headingsFrom={headingsFrom} />
  );
}

/** A text for the browser's tab, which knows no isolation: characters that turn the direction are left out. */
export function titleText(text: string): string {
  return showControls(text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, ''));
}

function paragraphs(text: string): string[] {
  return text.split(/(?:\r?\n[ \t]*){2,}/).filter((paragraph) => paragraph.trim() !== '');
}

/** Control characters that HTML refuses, as the pictures that Unicode has for them. */
function showControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, (character) =>
    String.fromCodePoint(0x2400 + character.charCodeAt(0)),
  );
}
