/**
 * The framework model: one shape for every competency document that Cairn reads, shows and writes.
 * Plain data, safe to serialise as JSON. Text is kept to the letter (product rule 11): no reader, writer or
 * page may trim, correct or reflow it inside these fields.
 */
import type { Acceptance, Confirmations } from './confirmation.ts';
import type { Origin } from './origin.ts';
import type { Policy, PolicyProposal } from './policy.ts';

export type { Origin } from './origin.ts';

/** What a release, or a source speaking of itself, may be. An import is always a `draft`. */
export const STATUSES = ['draft', 'beta', 'published', 'legacy'] as const;
export type Status = (typeof STATUSES)[number];

/** One job family's competencies as versioned data. */
export interface Framework {
  /** Its place in every address, e.g. `operations`. Chosen once, never derived again. */
  id: string;
  name: string;
  /** What the framework is for and for whom, in the authors' words. */
  summary?: string;
  /** SemVer that its authors give the draft. A proposal: the release decides, and its document leaves it out. */
  version?: string;
  /** How statements, points, definitions and guides are to be shown: `plain` is shown to the letter, blank lines
   * between paragraphs; `markdown` is CommonMark without HTML. Names and examples are always plain. */
  textFormat: 'plain' | 'markdown';
  scale: ProficiencyScale;
  /** In the framework's own order, which is the order on every page. */
  levels: Level[];
  themes: Theme[];
  competencies: Competency[];
  expectations: Expectation[];
  roleProfiles: RoleProfile[];
  guides: Guide[];
  policy: Policy;
  /** What guides of the source say about policy, waiting for a person to confirm it. Never in force by itself. */
  proposals: PolicyProposal[];
  /** How the competencies of the previous release became these. Empty for a first release. */
  lineage: LineageStep[];
  /** What a person confirmed: rows that are one competency, policy values, an order of proficiencies. */
  confirmed: Confirmations;
  /** Findings of the linter that a steward accepted, each with a reason. */
  accepted: Acceptance[];
  /** Where the source is silent (product rule 10). Shown as gaps, never filled in. */
  gaps: Gap[];
  /** Sentences at the head of a source that are not part of the framework, e.g. news about another one. */
  notices: Notice[];
  /** What the source says about its own status, one a place where it says so. Never the release's status. */
  sourceStatus: SourceStatus[];
  source: Source;
}

/** The words for how deeply somebody knows something. */
export interface ProficiencyScale {
  /** Whether the steps stand in a known order, lowest first: the source defined one or a person confirmed one.
   * Where false the steps are a set of words and nothing may compare them. */
  ordered: boolean;
  steps: Proficiency[];
}

export interface Proficiency {
  id: string;
  name: string;
  /** Absent where the source does not define the step; pages then say "not defined by the source". */
  definition?: string;
  origin?: Origin;
}

/** A step on the ladder that people hold. Levels form a graph by `next`, so tracks can branch and join. */
export interface Level {
  id: string;
  name: string;
  /** Other names for it; an older "Mid to Senior 1" is an alias of the level reached, kept with its direction. */
  aliases: string[];
  /** Ids of the levels that can follow this one. Empty at the top of a track. */
  next: string[];
  /** The track's name where levels branch, e.g. "People Manager". */
  track?: string;
  /** How people come to hold it. Absent where the source does not say. */
  route?: LevelRoute;
  summary?: string;
  origin?: Origin;
}

export const LEVEL_ROUTES = ['process', 'vacancy and interview'] as const;
export type LevelRoute = (typeof LEVEL_ROUTES)[number];

/** A heading that groups competencies. In the newer shape of source a theme is itself the competency: then one
 * competency of the same name and id belongs to it. */
export interface Theme {
  id: string;
  name: string;
  summary?: string;
  origin?: Origin;
}

/** A row that runs through levels, e.g. Incident management. */
export interface Competency {
  id: string;
  /** Id of the theme it stands under. */
  theme: string;
  name: string;
  definition?: string;
  origin?: Origin;
}

/** Whether a cell has content, and if not, why. */
export const EXPECTATION_STATES = ['present', 'not assessed', 'to do', 'not in use'] as const;
export type ExpectationState = (typeof EXPECTATION_STATES)[number];

/** What one level is expected to show of one competency: the cell. This is what evidence speaks to. */
export interface Expectation {
  /** Stable: kept to the letter from the source, or minted once and stored. */
  id: string;
  competency: string;
  level: string;
  /** The heading that the source gives it at this level, where it differs from the competency's name
   * ("Incident Management (in a incident lead role)"). Wording belongs to its own level (product rule 4). */
  name?: string;
  /** Paragraphs, a blank line between them. */
  statement?: string;
  /** Numbered points. Each can be spoken to on its own. */
  points: Point[];
  /** Illustrative only (product rule 3): never a list to tick, never a target of evidence. */
  examples: string[];
  /** Id of a step of the framework's scale. */
  proficiency?: string;
  links: Link[];
  state: ExpectationState;
  origin?: Origin;
}

export interface Point {
  id: string;
  text: string;
}

export interface Link {
  label: string;
  url: string;
}

/** A kind of post: why it exists, what it does, what it takes. May be linked to a level, never merged into the ladder. */
export interface RoleProfile {
  id: string;
  title: string;
  /** Every title for the same job that the profile names, in its order. */
  aliases: string[];
  /** The sentences before the first heading, as Markdown. */
  introduction?: string;
  /** Why the job exists, as Markdown paragraphs. */
  purpose?: string;
  responsibilities: string[];
  /** The sentence that introduces the skills, as Markdown. */
  skillsIntroduction?: string;
  skills: Skill[];
  qualifications: Qualification[];
  /** Sections that are none of the above, to the letter, as Markdown. */
  sections: GuideSection[];
  /** A draft is kept off public pages. */
  draft: boolean;
  /** ISO 8601 date or date-time as the source gives it. */
  date?: string;
  /** The author's own ordering hint from front matter. Kept, never used to rank (product rule 2). */
  weight?: number;
  /** Id of the level it is linked to. */
  level?: string;
  origin?: Origin;
}

/** A heading of a role profile with what the holder "should be able to" do. */
export interface Skill {
  name: string;
  abilities: string[];
  origin?: Origin;
}

export interface Qualification {
  name: string;
  url?: string;
}

/** Text about the framework: how to use it, an FAQ. */
export interface Guide {
  id: string;
  title: string;
  kind: 'how-to-use' | 'faq' | 'writing' | 'guide';
  textFormat: 'plain' | 'markdown';
  /** What stands before the first section. */
  introduction?: string;
  sections: GuideSection[];
  /** What it proposes as policy, each with the sentence it rests on. For a guide that belongs to no framework yet. */
  proposals: PolicyProposal[];
  gaps: Gap[];
  sourceStatus: SourceStatus[];
  /** The framework that the text speaks of, in its own words ("Operations Support"). A person attaches it. */
  speaksOf?: string;
  origin?: Origin;
}

export interface GuideSection {
  id: string;
  heading: string;
  body: string;
  origin?: Origin;
}

/** A place where the source is silent. */
export interface Gap {
  id: string;
  kind: 'empty list' | 'missing guide' | 'missing level' | 'undefined scale' | 'other';
  /** The sentence of the source that shows the gap, to the letter. */
  quote: string;
  /** What is missing, in our words. */
  explanation: string;
  origin?: Origin;
}

/** A sentence at the head of a source. */
export interface Notice {
  text: string;
  /** `other framework`: news about another family; it never becomes a status. */
  about: 'other framework' | 'this framework';
  /** Id of the level on whose page it stood. */
  level?: string;
  origin?: Origin;
}

/** What a source says about its own status. */
export interface SourceStatus {
  status: Status;
  /** The sentence or value that says so, to the letter. */
  quote: string;
  /** Id of the level on whose page it stood; absent where it speaks for the whole framework. */
  level?: string;
  origin?: Origin;
}

/** How one competency came out of the previous release's. */
export interface LineageStep {
  kind: 'same' | 'reworded' | 'split' | 'merged' | 'dropped' | 'new';
  from: string[];
  to: string[];
}

/** Which reader understood the source. */
export const FORMATS = [
  'page-text',
  'faq-text',
  'role-profile',
  'job-family',
  'folder',
  'front-matter-ladder',
  'role-skill-csv',
  'spreadsheet',
  'guide',
] as const;
export type FormatId = (typeof FORMATS)[number];

/** What the framework was last read from. The bytes themselves are kept beside it, addressed by these digests. */
export interface Source {
  format: FormatId;
  /** Says whether two imports are of the same source: an import never overwrites a framework whose key differs. */
  key: string;
  files: SourceFileRef[];
  /** What it was first read from, where it has since been edited as a folder of Cairn's own. */
  first?: FirstSource;
}

export interface FirstSource {
  format: FormatId;
  files: SourceFileRef[];
}

export interface SourceFileRef {
  name: string;
  /** `sha256:` and the hexadecimal digest of the file's bytes. */
  digest: string;
}
