import {
  type AgreedRecord,
  helpedIn,
  RECORD_FORMAT,
  type RecordedRow,
} from '../../../domain/agreed-record.ts';
import type { Framework } from '../../../domain/framework.ts';
import type { PublishedEdition } from '../../../domain/published.ts';
import type { RowView } from '../../../domain/view.ts';
import type { Agreed } from '../queries/find-agreed.ts';
import type { WrittenAnswer, WrittenRow } from '../queries/find-views.ts';
import { levelOf } from '../rows.ts';
import type { Talk } from '../talk.ts';
import type { TalkedAbout } from '../talking/talked-about.ts';

/** Everything that both are about to have signed, as plain data. */
export interface Signed {
  talk: Talk;
  wording: PublishedEdition;
  rows: readonly TalkedAbout[];
  /** With both signatures. */
  agreed: Agreed;
  agreedAt: string;
  reopened?: AgreedRecord['reopened'] | undefined;
}

/** The record as it will be kept for good. */
export function buildRecord({ talk, wording, rows, agreed, agreedAt, reopened }: Signed): AgreedRecord {
  const { framework, version } = wording;
  const recorded = rows.map((row) => rowOf(row, framework));
  return {
    format: RECORD_FORMAT,
    conversation: talk.id,
    edition: talk.state.edition,
    person: talk.person.id ?? '',
    manager: talk.manager.id ?? null,
    framework: {
      id: framework.id,
      name: framework.name,
      release: version,
      textFormat: framework.textFormat,
    },
    level: { ...pick(levelOf(framework, talk.level)) },
    startedAt: talk.startedAt,
    revealedAt: talk.state.revealedAt ?? agreedAt,
    agreedAt,
    signatures: agreed.signatures.map(({ side, by, inPlaceOf, at }) => ({
      side,
      person: by.id ?? null,
      ...(inPlaceOf?.id === undefined ? {} : { inPlaceOf: inPlaceOf.id }),
      at,
    })),
    rows: recorded,
    helped: helpedIn(recorded),
    actions: agreed.actions.map(({ text, kind, owner, dueOn, expectation }) => ({
      text,
      kind,
      owner: owner.id ?? null,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(expectation === undefined ? {} : { expectation }),
    })),
    ...(reopened === undefined ? {} : { reopened }),
  };
}

function rowOf(row: TalkedAbout, framework: Framework): RecordedRow {
  const { expectation, competency, level, heading, raised, views, evidence, agreed } = row;
  const proficiency = framework.scale.steps.find(({ id }) => id === expectation.proficiency);
  return {
    expectation: expectation.id,
    competency: pick(competency),
    level: pick(level),
    heading,
    ...(expectation.statement === undefined ? {} : { statement: expectation.statement }),
    points: expectation.points.map(({ id, text }) => ({ id, text })),
    ...(proficiency === undefined ? {} : { proficiency: proficiencyOf(proficiency) }),
    raised,
    views: { person: viewOf(views.person), manager: viewOf(views.manager) },
    evidence: [...evidence],
    agreed: agreedOf(agreed),
  };
}

function pick({ id, name }: { id: string; name: string }): { id: string; name: string } {
  return { id, name };
}

function proficiencyOf({ name, definition }: { name: string; definition?: string }) {
  return { name, ...(definition === undefined ? {} : { definition }) };
}

/** How often somebody changed an answer before is nobody's business. */
function viewOf(view: WrittenRow): RowView {
  const points = Object.entries(view.points).map(([id, answer]) => [id, answerOf(answer)] as const);
  return { ...answerOf(view), points: Object.fromEntries(points) };
}

function answerOf({ stance, note }: WrittenAnswer) {
  return { ...(stance === undefined ? {} : { stance }), note };
}

function agreedOf({ outcome, sentence, reasons }: TalkedAbout['agreed']): RecordedRow['agreed'] {
  const differently = outcome === 'we see this differently';
  return {
    ...(outcome === undefined ? {} : { outcome }),
    sentence,
    ...(differently ? { reasons: { person: reasons.person ?? '', manager: reasons.manager ?? '' } } : {}),
  };
}
