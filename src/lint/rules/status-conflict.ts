import { quoted } from '../../domain/finding.ts';
import type { SourceStatus } from '../../domain/framework.ts';
import { levelNames } from '../entries.ts';
import { findingAt, type Rule, wholeFramework } from '../rule.ts';

export const statusConflict: Rule = {
  id: 'status-conflict',
  severity: 'warning',
  about:
    'The source contradicts itself about its status, or only some of its pages have one: readers cannot tell what holds.',
  check: (framework) => {
    const { sourceStatus, levels, guides } = framework;
    const said = [...sourceStatus, ...guides.flatMap((guide) => guide.sourceStatus)];
    const [first] = sourceStatus;
    if (first === undefined) return [];
    const place = {
      ...wholeFramework(framework),
      ...(first.origin === undefined ? {} : { origin: first.origin }),
    };
    const named = levelNames(framework);
    const speaking = new Set(sourceStatus.map(({ level }) => level));
    const silent = speaking.has(undefined) ? [] : levels.filter(({ id }) => !speaking.has(id));
    const message =
      new Set(said.map(({ status }) => status)).size > 1
        ? `The source says different things of its status: ${statements(said, named)}. Readers cannot tell which holds.`
        : silent.length > 0
          ? `Only ${listed([...speaking].map((id) => named(id ?? '')))} says that it is ${first.status}; ${listed(silent.map(({ name }) => name))} ${silent.length === 1 ? 'does' : 'do'} not. Readers cannot tell whether that holds for all.`
          : undefined;
    if (message === undefined) return [];
    return [
      findingAt(statusConflict, place, {
        quote: quoted(first.quote),
        message,
        remedy:
          'Ask the authors which holds for the whole framework, then correct the source or accept this finding.',
      }),
    ];
  },
};

function statements(said: readonly SourceStatus[], named: (id: string) => string): string {
  const each = said.map(({ status, level }) => `${status}${level === undefined ? '' : ` (${named(level)})`}`);
  return listed([...new Set(each)]);
}

/** "a, b and c"; beyond five names "a, b, c, d, e and 3 more". */
function listed(names: readonly string[]): string {
  const shown = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
