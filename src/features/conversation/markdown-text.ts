/** How texts of people stand in Markdown that is taken along. */
import { dayInWords } from '../../web/date.tsx';

/** Somebody's own text as a quotation, so that nothing in it becomes part of the document around it. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((part) => `> ${part}`.trimEnd())
    .join('\n');
}

/** A short text within a line of ours. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>#|])/g, '\\$1');
}

export function list(items: readonly string[]): string {
  return items.length === 0 ? 'None.' : items.map((item) => `- ${item}`).join('\n');
}

export function day(date: string): string {
  return dayInWords(date) ?? date;
}
