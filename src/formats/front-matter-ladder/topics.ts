import { type Finding, quoted } from '../../domain/finding.ts';
import type { Competency, Expectation, Theme } from '../../domain/framework.ts';
import type { Origin } from '../../domain/origin.ts';
import { IdMint } from '../ids.ts';
import { levelId } from './levels.ts';
import type { LocatedTopic } from './parts.ts';
import type { Topic } from './schema.ts';

type Content = NonNullable<Topic['content']>[number];

export interface TopicsRead {
  themes: Theme[];
  competencies: Competency[];
  expectations: Expectation[];
  /** Each level that a topic speaks of, and where it first does. */
  levels: Map<number, Origin>;
  findings: Finding[];
}

/**
 * Topics as themes that are themselves the competency. A topic that says nothing of a level has no cell there; one that
 * names the level and lists nothing has a cell still to be written. A level that a topic speaks of twice gives it a
 * second row: only a person can say that both are one.
 */
export function readTopics(topics: readonly LocatedTopic[]): TopicsRead {
  const reader = new TopicReader();
  for (const topic of topics) reader.topic(topic);
  return reader;
}

class TopicReader implements TopicsRead {
  readonly themes: Theme[] = [];
  readonly competencies: Competency[] = [];
  readonly expectations: Expectation[] = [];
  readonly levels = new Map<number, Origin>();
  readonly findings: Finding[] = [];
  readonly #rows = new IdMint();
  readonly #cells = new IdMint();

  topic({ topic, origin }: LocatedTopic): void {
    const name = topic.title || topic.name;
    const id = this.#rows.mint(topic.name, 'topic');
    this.themes.push({ id, name, origin: origin(topic) });
    const rows = [this.#row(id, id, name, origin(topic))];
    const times = new Map<number, number>();
    for (const content of topic.content ?? []) {
      const nth = times.get(content.level) ?? 0;
      times.set(content.level, nth + 1);
      if (nth > 0) this.#twice(name, content, origin(content));
      const row = rows[nth] ?? this.#row(id, this.#rows.mint(topic.name, 'topic'), name, origin(content));
      rows[nth] = row;
      this.#cell(row, content, origin(content));
    }
  }

  #row(theme: string, id: string, name: string, origin: Origin): string {
    this.competencies.push({ id, theme, name, origin });
    return id;
  }

  #cell(competency: string, { level, criteria, exampleCriteria }: Content, origin: Origin): void {
    if (!this.levels.has(level)) this.levels.set(level, origin);
    const id = this.#cells.mint(`${competency} ${levelId(level)}`, 'expectation');
    const illustrated = exampleCriteria ?? [];
    const texts = [...(criteria ?? []), ...illustrated.flatMap((part) => part.criteria ?? [])];
    const examples = illustrated.flatMap((part) => part.examples ?? []);
    if (examples.length > 0 && texts.length > 1) this.#loosened(competency, level, examples, origin);
    this.expectations.push({
      id,
      competency,
      level: levelId(level),
      points: texts.map((text) => ({ id: this.#cells.mint(`${id} point`, 'point'), text })),
      examples,
      links: [],
      state: texts.length + examples.length === 0 ? 'to do' : 'present',
      origin,
    });
  }

  #twice(name: string, { level }: Content, origin: Origin): void {
    this.findings.push({
      rule: 'unexpected-part',
      severity: 'warning',
      ...origin,
      quote: quoted(name),
      message: `The topic "${quoted(name)}" speaks of level ${level} more than once, so this part became a row of its own.`,
      remedy: 'Join the criteria of that level in the file, or confirm that the rows are one competency.',
    });
  }

  /** Examples illustrate the whole expectation, never a single point of it. */
  #loosened(entity: string, level: number, examples: readonly string[], origin: Origin): void {
    this.findings.push({
      rule: 'not-held',
      severity: 'note',
      ...origin,
      entity,
      quote: quoted(examples[0] ?? ''),
      message: `At level ${level} the source says which criterion each example belongs to. Cairn keeps every example with the level's expectation as a whole.`,
      remedy: 'Read the examples once more; where one is unclear by itself, say in it what it illustrates.',
    });
  }
}
