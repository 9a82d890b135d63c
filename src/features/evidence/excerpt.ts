import { shortened } from '../../domain/evidence-title.ts';
import type { Expectation, Framework } from '../../domain/framework.ts';
import { markdownToPassages } from '../../web/markdown.ts';

/** The beginning of what an expectation says, in one line. Where it says nothing but examples, one of those, as one. */
export function excerptOf(framework: Framework, expectation: Expectation, most = 140): string {
  const { statement, points, examples } = expectation;
  const [said] = passages(framework, statement ?? points[0]?.text ?? '');
  if (said !== undefined) return shortened(said, most);
  return examples[0] === undefined ? '' : `For illustration: ${shortened(examples[0], most)}`;
}

/** A text of the framework without its layout, in one line. */
export function plainText(framework: Framework, text: string): string {
  return passages(framework, text).join(' ');
}

function passages({ textFormat }: Framework, text: string): string[] {
  if (textFormat === 'markdown') return markdownToPassages(text);
  return text.split(/(?:\r?\n[ \t]*){2,}/).filter((passage) => passage.trim() !== '');
}
