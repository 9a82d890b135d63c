import { heldInWords } from '../../../domain/qualification.ts';
import { dayInWords } from '../../../web/date.tsx';
import type { WholePlan } from './queries.ts';

const ERASED = 'somebody who has been erased';

/** The same for reading. @param today ISO 8601 day */
export function planAsMarkdown(plan: WholePlan, today: string): string {
  return [
    section('Objectives', plan.objectives.map(objective)),
    section('Actions', plan.actions.map(action)),
    section(
      'Learning',
      plan.learning.map(({ text, kind, learntOn, wantedBy }) => {
        const when = learntOn === null ? wanted(wantedBy) : `learnt on ${day(learntOn)}`;
        return [quoted(text), list([kind, when])].join('\n\n');
      }),
    ),
    section(
      'Qualifications',
      plan.qualifications.map((one) => {
        const { name, body, number, file } = one;
        return `- ${[plain(name), heldInWords(one, today), body && plain(body), number && `number ${plain(number)}`, file && `file ${plain(file.name)}`].filter(Boolean).join(', ')}`;
      }),
    ),
    section(
      'What managers noted about you',
      plan.notesAboutYou.map(
        ({ by, text, notedAt }) => `${day(notedAt)}, ${plain(by ?? ERASED)}:\n\n${quoted(text)}`,
      ),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function objective({ text, why, howKnown, until, state, said }: WholePlan['objectives'][number]): string {
  const facts = [
    `State: ${state}`,
    why && `Why: ${plain(why)}`,
    howKnown && `How you will both know: ${plain(howKnown)}`,
    until && `Until ${day(until)}`,
    ...said.map(({ state: was, by, at, why: because }) =>
      [`${day(at)}: ${was} by ${plain(by ?? ERASED)}`, because && plain(because)].filter(Boolean).join('; '),
    ),
  ];
  return [quoted(text), list(facts)].join('\n\n');
}

function action(one: WholePlan['actions'][number]): string {
  const { text, for: person, doneBy, dueOn, changes } = one;
  const facts = [
    `For ${plain(person)}, done by ${plain(doneBy ?? ERASED)}`,
    dueOn && `Due on ${day(dueOn)}`,
    ...changes.map(({ change, by, at, reason }) =>
      [`${day(at)}: ${change} by ${plain(by ?? ERASED)}`, reason && plain(reason)].filter(Boolean).join('; '),
    ),
  ];
  return [quoted(text), list(facts)].join('\n\n');
}

function wanted(by: string | null): string {
  return by === null ? 'wanted' : `wanted by ${day(by)}`;
}

function section(heading: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `## ${heading}\n\n${parts.join('\n\n')}\n`;
}

function list(facts: readonly (string | null | undefined)[]): string {
  return facts
    .filter((fact) => fact)
    .map((fact) => `- ${fact}`)
    .join('\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${plain(line)}`)
    .join('\n');
}

function day(date: string): string {
  return dayInWords(date) ?? date;
}

/** A text as a text, whatever characters are in it. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
