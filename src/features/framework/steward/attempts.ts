/** From a form that was sent to the action that it asks for. */
import type { Executor } from '../../../db/schema.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { PolicyKey } from '../../../domain/policy.ts';
import type { SentForm } from '../../../web/form-guard.ts';
import { acceptFinding, withdrawAcceptance } from '../actions/accept-finding.ts';
import { confirmPolicy, confirmScale, withdrawPolicy, withdrawScale } from '../actions/decide-policy.ts';
import { confirmRows, refuseRows, withdrawRefusal, withdrawRows } from '../actions/decide-rows.ts';
import { type Attempt, reasonProblems } from './attempt.ts';
import type { Desk } from './desk.ts';
import { findingForm, reasonField } from './finding-block.tsx';
import { referenceTo } from './finding-refs.ts';
import { findingsOf } from './findings-page.tsx';
import { pairForm } from './pair-block.tsx';
import { ruleForm, valueField } from './policy-value-form.tsx';
import { readValue } from './policy-values.ts';
import { rulesOf } from './rules.ts';

/** Makes an attempt of a form. */
export type ReadAttempt = (db: Executor, desk: Desk, form: SentForm, today: string) => Attempt;

export const joinRows: ReadAttempt = (db, _desk, form) => ({
  ...aboutPair(form),
  act: (change) => confirmRows(db, change, pairIn(form), form.text('why')),
  done: 'joined',
});

export const keepApart: ReadAttempt = (db, _desk, form) => ({
  ...aboutPair(form),
  act: (change) => refuseRows(db, change, pairIn(form), form.text('why')),
  done: 'refused',
});

export const takeBackRows: ReadAttempt = (db, _desk, form) => ({
  ...oneButton('_joined'),
  act: (change) => {
    const joins = form.text('joins');
    if (joins === '') return withdrawRefusal(db, change, pairIn(form));
    return withdrawRows(db, change, { competency: form.text('competency'), joins: idsIn(joins) });
  },
});

export const setPolicy: ReadAttempt = (db, desk, form) => {
  const rule = rulesOf(desk.stored.draft).find(({ key }) => key === form.text('key'));
  if (rule === undefined) throw unknownPart();
  const { key } = rule;
  const why = form.text('why');
  const proposal = desk.stored.draft.proposals[Number.parseInt(form.text('proposal'), 10)];
  const own = proposal?.key === key ? proposal : undefined;
  const isDefault = form.text('default') !== '' && rule.value !== undefined;
  const read = own ?? (isDefault ? { value: rule.value } : readValue(key, form.text('value')));
  const problems = 'problem' in read ? [{ field: valueField(key), message: read.problem }] : [];
  return {
    form: ruleForm(key),
    typed: own !== undefined || isDefault ? {} : { value: form.text('value'), why },
    problems: [...problems, ...reasonProblems(`_why-${key}`, why)],
    place: `_rule-${key}`,
    act: (change) => {
      if (!('value' in read) || read.value === undefined) throw unknownPart();
      const quote = own === undefined ? {} : { quote: own.quote };
      return confirmPolicy(db, change, { key, value: read.value, ...quote }, why);
    },
    done: 'confirmed',
    goOnAt: `_rule-${key}`,
  };
};

export const takeBackPolicy: ReadAttempt = (db, _desk, form) => {
  const scale = form.text('scale') !== '';
  const place = scale ? '_scale' : `_rule-${form.text('key')}`;
  return {
    ...oneButton(place),
    goOnAt: place,
    act: (change) =>
      scale ? withdrawScale(db, change) : withdrawPolicy(db, change, form.text('key') as PolicyKey),
  };
};

export const setScale: ReadAttempt = (db, _desk, form) => ({
  form: 'scale',
  typed: {},
  problems: [],
  place: '_scale',
  goOnAt: '_scale',
  act: (change) => confirmScale(db, change, form.all('order')),
  done: 'confirmed',
});

export const accept: ReadAttempt = (db, desk, form, today) => {
  const reference = form.text('finding');
  const why = form.text('why');
  const listed = findingsOf(desk);
  const place = listed.findIndex((finding) => referenceTo(finding) === reference);
  // A form that was sent twice names a finding that is accepted by now.
  const finding =
    listed[place] ??
    desk.examined.report.accepted.map(({ finding }) => finding).find((one) => referenceTo(one) === reference);
  const field = reasonField(place + 1);
  const missing = why.trim() === '' && place >= 0;
  return {
    form: findingForm(place + 1),
    typed: { why },
    problems: missing
      ? [{ field, message: 'Write why it is right as it stands' }]
      : reasonProblems(field, why),
    place: place < 0 ? '_content' : `_finding-${place + 1}`,
    act: async (change) => {
      if (finding !== undefined) {
        return acceptFinding(db, change, finding, why, { today, allowedWords: new Set() });
      }
      if (change.seen !== desk.stored.draftedAt) return 'stale';
      throw unknownPart();
    },
    done: 'accepted',
    goOnAt: `_finding-${place + 1}`,
  };
};

export const takeBackAcceptance: ReadAttempt = (db, desk, form) => {
  const acceptance = desk.stored.draft.accepted.find((one) => referenceTo(one) === form.text('acceptance'));
  return {
    ...oneButton('_accepted'),
    act: async (change) =>
      acceptance === undefined ? 'unchanged' : withdrawAcceptance(db, change, acceptance),
  };
};

function pairIn(form: SentForm) {
  return { competency: form.text('competency'), other: form.text('other') };
}

function aboutPair(form: SentForm): Omit<Attempt, 'act' | 'done'> {
  const why = form.text('why');
  const pair = pairIn(form);
  return {
    form: pairForm(pair),
    typed: { why, ...pair },
    problems: reasonProblems('_chosen-1-why', why),
    place: '_chosen',
  };
}

function oneButton(place: string): Omit<Attempt, 'act'> {
  return { form: 'take back', typed: {}, problems: [], place, done: 'withdrawn' };
}

function idsIn(json: string): string[] {
  try {
    const ids: unknown = JSON.parse(json);
    if (Array.isArray(ids)) return ids.map(String);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw unknownPart();
}

function unknownPart(): CairnError {
  return new CairnError(
    'invalid',
    'This form names something that the draft does not have.',
    'Open the page again and use the form there. Nothing was changed.',
  );
}
