import type { RecordedRow } from '../../../domain/agreed-record.ts';
import { SIDES } from '../../../domain/conversation.ts';
import type { RowView } from '../../../domain/view.ts';
import { day, line, list, quoted } from '../markdown-text.ts';
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
  const { agreed, evidence, feedback = [], statement, points, proficiency } = row;
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
    ...(feedback.length === 0
      ? []
      : [
          '### Feedback',
          ...feedback.map(({ by, text }) =>
            text === undefined
              ? `${line(whole.name(by))} has not seen this.`
              : `${line(whole.name(by))} saw:\n\n${quoted(text)}`,
          ),
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
