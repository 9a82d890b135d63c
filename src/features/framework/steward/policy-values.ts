/** Values of a policy as forms send them: read, written and offered. */
import type { PolicyKey, PolicyValue } from '../../../domain/policy.ts';
import type { Option } from '../../../web/form.tsx';

/** The words between which a rule lets people choose; a rule with one word only has nothing to set. */
const CHOICES: Partial<Record<PolicyKey, readonly Option[]>> = {
  earlierLevels: [
    { value: 'assumed', label: 'Assumed to be met' },
    { value: 'evidenced', label: 'Expected as well' },
    { value: 'not considered', label: 'Not considered' },
  ],
  everyCompetencyRequired: [
    { value: 'false', label: 'A level does not ask for every one of its competencies' },
    { value: 'true', label: 'A level asks for every one of its competencies' },
  ],
  individualContributorRoute: [
    { value: 'none', label: 'No separate route' },
    { value: 'separate', label: 'A separate route for people who do not manage others' },
  ],
  voluntaryUse: [
    { value: 'true', label: 'Others are free to use it' },
    { value: 'false', label: 'It is only for those whom it is for' },
  ],
  examples: [{ value: 'illustrative', label: 'Illustrative' }],
  weighting: [{ value: 'none', label: 'None' }],
};

/** How a rule's value is typed or chosen. */
export type ValueInput =
  | { kind: 'choice'; options: readonly Option[] }
  | { kind: 'lines' | 'text' | 'date' }
  | { kind: 'fixed' };

export function inputFor(key: PolicyKey): ValueInput {
  const options = CHOICES[key];
  if (options !== undefined) return options.length > 1 ? { kind: 'choice', options } : { kind: 'fixed' };
  if (key === 'exempt') return { kind: 'lines' };
  return { kind: key === 'reviewBy' ? 'date' : 'text' };
}

/** The value as its field shows it. */
export function asTyped(value: PolicyValue | undefined): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** What was typed as a value of the rule, or what to do so that it becomes one. */
export function readValue(key: PolicyKey, typed: string): { value: PolicyValue } | { problem: string } {
  const options = CHOICES[key];
  const text = typed.trim();
  if (options !== undefined) {
    if (!options.some(({ value }) => value === text)) return { problem: 'Choose one of these values' };
    return { value: text === 'true' || text === 'false' ? text === 'true' : text };
  }
  if (key === 'exempt') {
    if (text === 'unknown') return { value: text };
    return { value: text.split(/\r?\n/).flatMap((line) => line.trim() || []) };
  }
  if (text === '')
    return { problem: key === 'reviewBy' ? 'Choose the date of the review' : 'Write the value' };
  if (key === 'reviewBy' && !isDay(text)) {
    return { problem: 'Write the date as year, month and day, e.g. 2027-03-31' };
  }
  return { value: text };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
