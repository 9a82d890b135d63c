/** What can be found: everything in the newest release of each framework, and the glossary. Never a draft. */
import type { Expectation, Framework, Guide, RoleProfile } from '../../../domain/framework.ts';
import { markdownToPassages } from '../../../web/markdown.ts';
import type { Catalogue, Edition } from '../catalogue.ts';
import { GLOSSARY, GLOSSARY_ADDRESS } from '../glossary.ts';
import { competencyAddress, guideAddress, levelAddress, roleAddress } from '../views/addresses.ts';
import { levelSheet } from '../views/level-sheet.ts';
import type { SearchDocument } from './document.ts';

/** How much of a text can be searched, in UTF-16 code units. */
const LONGEST_TEXT = 4_000;

type Entry = Omit<SearchDocument, 'id'>;

/** Documents in the order in which they are read. Their ids count from 0. */
export function indexDocuments(catalogue: Catalogue): SearchDocument[] {
  const released = catalogue.frameworks.flatMap(({ releases }) => releases.slice(0, 1));
  const entries = [...released.flatMap(editionEntries), ...glossaryEntries()];
  return entries.map((entry, id) => ({ id, ...entry, text: entry.text.slice(0, LONGEST_TEXT) }));
}

function editionEntries(edition: Edition): Entry[] {
  const { framework, status } = edition;
  const place = status === 'published' ? framework.name : `${framework.name} (${status})`;
  return [
    ...levelEntries(framework, place),
    ...competencyEntries(framework, place),
    ...framework.roleProfiles
      .filter(({ draft }) => !draft)
      .map((profile) => roleEntry(framework, place, profile)),
    ...framework.guides.flatMap((guide) => guideEntries(framework, place, guide)),
  ];
}

/** Each level, and each of its cells with the anchor that it has on the level's page. */
function levelEntries(framework: Framework, place: string): Entry[] {
  return framework.levels.flatMap((level): Entry[] => {
    const cells = levelSheet(framework, level.id).sections.flatMap((section) => section.cells);
    const own: Entry = {
      kind: 'level',
      title: level.name,
      text: [level.summary ?? '', ...level.aliases].join(' '),
      place,
      address: levelAddress(framework.id, undefined, level.id),
    };
    const says = cells.filter(({ expectation }) => expectation.state === 'present');
    return [
      own,
      ...says.map(
        ({ heading, expectation, anchor }): Entry => ({
          kind: 'expectation',
          title: heading,
          text: expectationText(framework, expectation),
          place: `${level.name} · ${place}`,
          address: levelAddress(framework.id, undefined, level.id, anchor),
        }),
      ),
    ];
  });
}

function expectationText(framework: Framework, { statement, points, examples }: Expectation): string {
  const texts = [statement ?? '', ...points.map(({ text }) => text)];
  return [...texts.map((text) => plain(text, framework.textFormat)), ...examples].filter(Boolean).join('\n');
}

function competencyEntries(framework: Framework, place: string): Entry[] {
  const themes = new Map(framework.themes.map(({ id, name }) => [id, name]));
  return framework.competencies.map(({ id, name, theme, definition }) => {
    const heading = themes.get(theme) ?? name;
    return {
      kind: 'competency',
      title: name,
      text: plain(definition ?? '', framework.textFormat),
      place: heading === name ? place : `${heading} · ${place}`,
      address: competencyAddress(framework.id, undefined, id),
    };
  });
}

function roleEntry(framework: Framework, place: string, profile: RoleProfile): Entry {
  const { id, title, aliases, purpose = '', responsibilities, skills } = profile;
  const abilities = skills.flatMap((skill) => [skill.name, ...skill.abilities]);
  const texts = [...aliases, purpose, ...responsibilities, ...abilities];
  return {
    kind: 'role profile',
    title,
    text: texts.map((text) => plain(text, 'markdown')).join('\n'),
    place,
    address: roleAddress(framework.id, undefined, id),
  };
}

/** The guide itself, and each of its sections. */
function guideEntries(framework: Framework, place: string, guide: Guide): Entry[] {
  const address = guideAddress(framework.id, undefined, guide.id);
  return [
    {
      kind: 'guide',
      title: guide.title,
      text: plain(guide.introduction ?? '', guide.textFormat),
      place,
      address,
    },
    ...guide.sections.map(
      ({ id, heading, body }): Entry => ({
        kind: 'guide',
        title: heading,
        text: plain(body, guide.textFormat),
        place: `${guide.title} · ${place}`,
        address: `${address}#${encodeURIComponent(id)}`,
      }),
    ),
  ];
}

function glossaryEntries(): Entry[] {
  return GLOSSARY.map(({ id, word, meaning }) => ({
    kind: 'word',
    title: word,
    text: plain(meaning, 'markdown'),
    place: 'Glossary',
    address: `${GLOSSARY_ADDRESS}#${id}`,
  }));
}

/** Cut before it is read as Markdown: only so much of it can be searched. */
function plain(text: string, format: 'plain' | 'markdown'): string {
  const cut = text.slice(0, LONGEST_TEXT);
  return format === 'plain' ? cut : markdownToPassages(cut).join('\n');
}
