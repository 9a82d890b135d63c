import type { Format } from '../format.ts';
import { nothingRead } from '../format.ts';
import { IdMint } from '../ids.ts';
import { linesOf } from '../lines.ts';
import { isQuestion, isTitle, readFaq } from './faq.ts';

/** The text of an FAQ about a framework: a heading "FAQ", then questions, each with its answer below it. */
export const faqText: Format = {
  id: 'faq-text',
  label: 'FAQ text',
  recognises({ name, text }) {
    if (/\.(?:ya?ml|json|csv|html?)$/i.test(name)) return false;
    const lines = linesOf(text);
    const title = lines.findIndex(isTitle);
    return title !== -1 && lines.slice(title + 1).some(isQuestion);
  },
  read(files) {
    const ids = new IdMint();
    return { ...nothingRead(), guides: files.map((file) => readFaq(file, ids)) };
  },
};
