import type { Finding } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { findingAt, type Place, type Rule, wholeFramework } from '../rule.ts';

export const danglingId: Rule = {
  id: 'dangling-id',
  severity: 'error',
  about:
    'Something refers to an id that the framework does not have: the part would be lost, so a release is refused.',
  looksAt: 'read',
  check: (framework) => {
    const known = idsOf(framework);
    return references(framework)
      .filter(({ kind, id }) => !known[kind].has(id))
      .map(({ from, what, kind, id }) => dangling(from, what, kind, id));
  },
};

type Kind = 'level' | 'theme' | 'competency' | 'proficiency step';

interface Reference {
  from: Place;
  /** What refers, for a person. */
  what: string;
  kind: Kind;
  id: string;
}

function idsOf(framework: Framework): Record<Kind, ReadonlySet<string>> {
  const ids = (entities: readonly { id: string }[]) => new Set(entities.map(({ id }) => id));
  return {
    level: ids(framework.levels),
    theme: ids(framework.themes),
    competency: ids(framework.competencies),
    'proficiency step': ids(framework.scale.steps),
  };
}

function references(framework: Framework): Reference[] {
  const whole = wholeFramework(framework);
  return [
    ...framework.levels.flatMap((level) =>
      level.next.map((id) => ({
        from: level,
        what: `The level “${level.name}”`,
        kind: 'level' as const,
        id,
      })),
    ),
    ...framework.competencies.map((competency) => ({
      from: competency,
      what: `The competency “${competency.name}”`,
      kind: 'theme' as const,
      id: competency.theme,
    })),
    ...ofExpectations(framework),
    ...framework.roleProfiles.flatMap((profile) =>
      atLevel(profile, `The role profile “${profile.title}”`, profile.level),
    ),
    ...framework.notices.flatMap(({ level, origin }) =>
      atLevel({ ...whole, ...at(origin) }, 'A notice', level),
    ),
    ...framework.sourceStatus.flatMap(({ level, origin }) =>
      atLevel({ ...whole, ...at(origin) }, 'What the source says of its status', level),
    ),
    ...ofDecisions(framework, whole),
  ];
}

function ofExpectations({ expectations }: Framework): Reference[] {
  return expectations.flatMap((expectation) => {
    const from = { from: expectation, what: `The expectation “${expectation.id}”` };
    const { competency, level, proficiency } = expectation;
    return [
      { ...from, kind: 'competency' as const, id: competency },
      { ...from, kind: 'level' as const, id: level },
      ...(proficiency === undefined ? [] : [{ ...from, kind: 'proficiency step' as const, id: proficiency }]),
    ];
  });
}

function ofDecisions(framework: Framework, whole: Place): Reference[] {
  const { rows, refused = [], scale } = framework.confirmed;
  return [
    ...rows.flatMap(({ competency, joins }) =>
      [competency, ...joins].map((id) => ({
        from: whole,
        what: 'A confirmed row',
        kind: 'competency' as const,
        id,
      })),
    ),
    ...refused.flatMap(({ competency, differsFrom }) =>
      [competency, differsFrom].map((id) => ({
        from: whole,
        what: 'A refused row',
        kind: 'competency' as const,
        id,
      })),
    ),
    ...(scale?.order ?? []).map((id) => ({
      from: whole,
      what: 'The confirmed order of proficiencies',
      kind: 'proficiency step' as const,
      id,
    })),
    ...framework.lineage.flatMap(({ to }) =>
      to.map((id) => ({ from: whole, what: 'The lineage', kind: 'competency' as const, id })),
    ),
  ];
}

function atLevel(from: Place, what: string, level: string | undefined): Reference[] {
  return level === undefined ? [] : [{ from, what, kind: 'level', id: level }];
}

function at(origin: Place['origin']): Pick<Place, 'origin'> {
  return origin === undefined ? {} : { origin };
}

function dangling(from: Place, what: string, kind: Kind, id: string): Finding {
  return findingAt(danglingId, from, {
    quote: id,
    message: `${what} refers to the ${kind} “${id}”, which the framework does not have: readers would not find it.`,
    remedy: `Correct the id, or add a ${kind} with the id “${id}”.`,
  });
}
