import type { RecordedRow } from '../../../domain/agreed-record.ts';
import { SIDES } from '../../../domain/conversation.ts';
import type { RowView } from '../../../domain/view.ts';
import { dayInWords } from '../../../web/date.tsx';
import { outcomeInWords, stanceInWords } from '../views/outcomes.ts';
import type { WholeRecord } from './whole-record.ts';

/** A record as Markdown: everything that was signed, to be kept anywhere. What people wrote is quoted to the letter. */
export function recordMarkdown(whole: WholeRecord): string {
  const { record, digest, name } = whole;
  const { framework, level } = record;
  const parts = [
    `# Conversation of ${line(whole.sideName('person'))} and ${line(whole.sideName('manager'))}`,
    `About ${line(level.name)}, ${line(framework.name)} ${framework.release}. Agreed on ${day(record.agreedAt)}.`,
    ...(record.reopened === undefined ? [] : [`Reopened, because:\n\n${quoted(record.reopened.reason)}`]),
    ...record.rows.map((row) => rowText(row, whole)),
    `## Actions\n\n${list(record.actions.map(({ text, owner, dueOn }) => `**${line(name(owner))}**: ${line(text)}${dueOn === undefined ? '' : `, by ${day(dueOn)}`}`))}`,
    ...(record.helped.length === 0 ? [] : [`## Who this helped\n\n${list(record.helped.map(line))}`]),
    `## Signatures\n\n${list(
      record.signatures.map(({ person, inPlaceOf, at }) => {
        const instead = inPlaceOf === undefined ? '' : `, in place of ${line(name(inPlaceOf))}`;
        return `${line(name(person))}${instead}, ${at}`;
      }),
    )}`,
    `Kept to the letter: \`${digest}\``,
  ];
  return `${parts.join('\n\n')}\n`;
}

function rowText(row: RecordedRow, whole: WholeRecord): string {
  const { agreed, evidence, statement, points, proficiency } = row;
  const reasons = SIDES.flatMap((side) =>
    agreed.reasons === undefined ? [] : [`${line(whole.sideName(side))}:\n\n${quoted(agreed.reasons[side])}`],
  );
  return [
    `## ${line(row.heading)}`,
    ...(row.level.id === whole.record.level.id ? [] : [`From ${line(row.level.name)}.`]),
    ...row.raised.map(({ by, why }) => `${line(whole.sideName(by))} raised it:\n\n${quoted(why)}`),
    `**Agreed: ${outcomeInWords(agreed.outcome)}**`,
    ...(agreed.sentence === '' ? [] : [quoted(agreed.sentence)]),
    ...reasons,
    ...SIDES.map((side) => `### ${line(whole.sideName(side))} said\n\n${viewText(row.views[side], points)}`),
    '### What was expected',
    ...(statement === undefined ? [] : [quoted(statement)]),
    ...(points.length === 0
      ? []
      : [points.map(({ text }, index) => `${index + 1}. ${line(text)}`).join('\n')]),
    ...(proficiency === undefined ? [] : [`Proficiency: ${line(proficiency.name)}`]),
    ...(evidence.length === 0
      ? []
      : [
          '### Evidence, as it was',
          ...evidence.map((piece) => `${day(piece.happenedOn)}:\n\n${quoted(piece.text)}`),
        ]),
  ].join('\n\n');
}

function viewText(view: RowView, points: RecordedRow['points']): string {
  const byPoint = points.flatMap(({ id }, index) => {
    const answer = view.points[id];
    if (answer === undefined) return [];
    const note = answer.note === '' ? [] : [quoted(answer.note)];
    return [`Point ${index + 1}: ${stanceInWords(answer.stance).toLowerCase()}`, ...note];
  });
  const note = view.note === '' ? [] : [quoted(view.note)];
  return [stanceInWords(view.stance), ...note, ...byPoint].join('\n\n');
}

/** Somebody's own text as a quotation, so that nothing in it becomes part of the document around it. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((part) => `> ${part}`.trimEnd())
    .join('\n');
}

/** A short text within a line of ours. */
function line(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>#|])/g, '\\$1');
}

function list(items: readonly string[]): string {
  return items.length === 0 ? 'None.' : items.map((item) => `- ${item}`).join('\n');
}

function day(date: string): string {
  return dayInWords(date) ?? date;
}
