/** Every piece of authors' text in a framework, each with where it stands: what the rules about wording read. */
import type { Expectation, Framework, Guide, RoleProfile } from '../domain/framework.ts';
import type { Place } from './rule.ts';

/** What a passage is to its entity. */
export type Part =
  /** Stands before what it announces: the skills of a profile, the sections of a guide. */
  | 'introduction'
  | 'name'
  | 'summary'
  | 'definition'
  | 'statement'
  | 'point'
  | 'example'
  | 'ability'
  | 'section';

export interface Passage {
  /** To the letter. */
  text: string;
  /** Same length as `text`; code, addresses and Markdown signs are blanked, so that places in it are places in `text`. */
  prose: string;
  part: Part;
  of: Place;
  /** Id of the level, for the text of an expectation. */
  level?: string;
  /** Id of the competency, for its own text and that of its expectations. */
  competency?: string;
}

const known = new WeakMap<Framework, Passage[]>();

/** The framework's passages in its own order. News about another framework is not its text and left out. */
export function passagesOf(framework: Framework): Passage[] {
  const before = known.get(framework);
  if (before !== undefined) return before;
  const passages = [...collect(framework)];
  known.set(framework, passages);
  return passages;
}

/** The passages that say what is expected at a level. */
export function expectedPassages(framework: Framework): Passage[] {
  return passagesOf(framework).filter(
    ({ part }) => part === 'statement' || part === 'point' || part === 'example',
  );
}

function* collect(framework: Framework): Generator<Passage> {
  const whole: Place = { id: framework.id };
  yield* passage('summary', whole, framework.summary);
  for (const step of framework.scale.steps) yield* passage('definition', step, step.definition);
  for (const level of framework.levels) {
    yield* passage('name', level, level.name);
    yield* passage('summary', level, level.summary);
  }
  const themeNames = new Map(framework.themes.map(({ id, name }) => [id, name]));
  for (const theme of framework.themes) {
    yield* passage('name', theme, theme.name);
    yield* passage('summary', theme, theme.summary);
  }
  for (const competency of framework.competencies) {
    if (competency.name !== themeNames.get(competency.theme))
      yield* passage('name', competency, competency.name, { competency: competency.id });
    yield* passage('definition', competency, competency.definition, { competency: competency.id });
  }
  for (const expectation of framework.expectations) yield* ofExpectation(expectation);
  for (const profile of framework.roleProfiles) yield* ofRoleProfile(profile);
  for (const guide of framework.guides) yield* ofGuide(guide);
}

function* ofExpectation(expectation: Expectation): Generator<Passage> {
  const at = { level: expectation.level, competency: expectation.competency };
  yield* passage('name', expectation, expectation.name, at);
  yield* passage('statement', expectation, expectation.statement, at);
  for (const point of expectation.points) yield* passage('point', expectation, point.text, at);
  for (const example of expectation.examples) yield* passage('example', expectation, example, at);
}

function* ofRoleProfile(profile: RoleProfile): Generator<Passage> {
  yield* passage('name', profile, profile.title);
  yield* passage('introduction', profile, profile.introduction);
  yield* passage('section', profile, profile.purpose);
  for (const responsibility of profile.responsibilities) yield* passage('ability', profile, responsibility);
  yield* passage('introduction', profile, profile.skillsIntroduction);
  for (const skill of profile.skills) {
    const at = { id: profile.id, origin: skill.origin ?? profile.origin };
    yield* passage('name', at, skill.name);
    for (const ability of skill.abilities) yield* passage('ability', at, ability);
  }
  for (const section of profile.sections) {
    const at = { id: profile.id, origin: section.origin ?? profile.origin };
    yield* passage('name', at, section.heading);
    yield* passage('section', at, section.body);
  }
}

function* ofGuide(guide: Guide): Generator<Passage> {
  yield* passage('name', guide, guide.title);
  yield* passage('introduction', guide, guide.introduction);
  for (const section of guide.sections) {
    const at = { id: guide.id, origin: section.origin ?? guide.origin };
    yield* passage('name', at, section.heading);
    yield* passage('section', at, section.body);
  }
}

function* passage(
  part: Part,
  of: Place,
  text: string | undefined,
  at: { level?: string; competency?: string } = {},
): Generator<Passage> {
  if (text === undefined || text.trim() === '') return;
  yield { text, prose: withoutMarkup(text), part, of: { id: of.id, origin: of.origin }, ...at };
}

/** What is not prose: fenced and inline code, tags, link targets, addresses, mail, paths, placeholders, signs. */
const NOT_PROSE = [
  /```[\s\S]*?(?:```|$)/g,
  /`[^`\n]*`/g,
  /<\/?[a-zA-Z][^<>\n]{0,200}>/g,
  /\]\([^()\s]*\)/g,
  /\b[a-z][a-z+.-]{1,20}:\/\/[^\s<>")\]]+/gi,
  /\bwww\.[^\s<>")\]]+/gi,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g,
  /\{\{[^{}]{0,200}\}\}/g,
  /(?<!\S)[@#][\w-]+/g,
  /(?<!\S)(?:[.~]{0,2}\/)[\w./-]+/g,
  /\b[\w-]{1,80}\.(?:ya?ml|json|md|txt|csv|sh|py|js|ts|html?|conf|cfg|ini|log)\b/gi,
  /\*{1,4}|_{2,}|^#{1,6}\s|^\s*>+\s/gm,
];

function withoutMarkup(text: string): string {
  return NOT_PROSE.reduce(
    (prose, sign) => prose.replace(sign, (match) => match.replace(/[^\n]/g, ' ')),
    text,
  );
}
