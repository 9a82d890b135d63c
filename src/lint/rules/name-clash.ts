import { quoted } from '../../domain/finding.ts';
import { findingAt, type Rule } from '../rule.ts';
import { bareWording } from '../wording.ts';

export const nameClash: Rule = {
  id: 'name-clash',
  severity: 'warning',
  about:
    'A theme and one of several competencies share a name, so a reader or a link cannot tell which is meant. Not where the theme is itself the competency.',
  check: ({ themes, competencies, expectations }) => {
    const byName = new Map(themes.map((theme) => [bareWording(theme.name), theme]));
    const rowsIn = new Map<string, Set<string>>();
    for (const { theme, name } of competencies) {
      rowsIn.set(theme, (rowsIn.get(theme) ?? new Set()).add(bareWording(name)));
    }
    const placed = new Map(expectations.map((expectation) => [expectation.competency, expectation]));
    const said = new Set<string>();
    return competencies.flatMap((competency) => {
      const bare = bareWording(competency.name);
      const theme = byName.get(bare);
      const themeIsIt = theme?.id === competency.theme && rowsIn.get(theme.id)?.size === 1;
      if (theme === undefined || bare === '' || themeIsIt || said.has(bare)) return [];
      said.add(bare);
      const place = { id: competency.id, origin: competency.origin ?? placed.get(competency.id)?.origin };
      return findingAt(nameClash, place, {
        quote: quoted(competency.name),
        message: `“${quoted(competency.name)}” is the name of a theme and of one competency. A reader, or a link, cannot tell which is meant.`,
        remedy: 'Name the competency after what is done in it, or rename the theme.',
      });
    });
  },
};
