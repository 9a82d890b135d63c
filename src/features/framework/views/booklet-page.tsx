import type { Framework, Guide, Level } from '../../../domain/framework.ts';
import { policyInForce } from '../../../domain/policy.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { Actions, Stewardship } from './actions.tsx';
import { bookletAddress, frameworkAddress, levelAddress } from './addresses.ts';
import { BackLink } from './contents.tsx';
import { LevelNotes } from './level-notes.tsx';
import { levelSheet } from './level-sheet.ts';
import type { Place } from './place.ts';
import { PolicySection } from './policy-section.tsx';
import { Scale } from './scale.tsx';
import { SheetSections } from './sheet-sections.tsx';
import { StatusBanner } from './status-banner.tsx';
import { StatusWord } from './status-word.tsx';

/** A booklet holds this many levels; a longer ladder is better read on the screen. */
const MOST_LEVELS = 40;

interface Chapter {
  id: string;
  heading: string;
  content: preact.ComponentChildren;
}

/** A whole framework on one page, to be printed: cover, contents, then a chapter a level. */
export function bookletPage(place: Place): Page {
  const { framework, status, version } = place.edition;
  const chapters = chaptersOf(place);
  return {
    title: `${framework.name}, booklet`,
    address: bookletAddress(framework.id, place.version),
    draft: status === 'draft',
    section: 'frameworks',
    left: (
      <nav class="left" aria-label="Back">
        <BackLink href={frameworkAddress(framework.id, place.version)} text={framework.name} />
      </nav>
    ),
    main: (
      <div class="booklet">
        <Cover place={place} />
        <BookletContents chapters={chapters} />
        <Left place={place} />
        {chapters.map(({ id, heading, content }) => (
          <section key={id} class="part chapter" aria-labelledby={id}>
            <h2 id={id} dir="auto">
              <Phrase text={heading} />
            </h2>
            {content}
          </section>
        ))}
      </div>
    ),
    right: (
      <aside class="right" aria-label="About this page">
        <Actions
          copyFrom={bookletAddress(framework.id, version ?? 'draft')}
          of={version === undefined ? 'draft' : 'version'}
        />
        <p class="quiet">Prints on A4 or Letter, each level on a page of its own.</p>
      </aside>
    ),
    scripts: ['copy-link', 'print'],
  };
}

function Cover({ place }: { place: Place }) {
  const { framework, since, digest } = place.edition;
  return (
    <div class="cover">
      <h1 dir="auto">
        <Phrase text={framework.name} />
      </h1>
      {framework.summary !== undefined && (
        <div class="lede">
          <AuthorText text={framework.summary} format={framework.textFormat} headingsFrom={2} />
        </div>
      )}
      <p>
        <StatusWord edition={place.edition} />, since <DateInWords date={since} />
      </p>
      <Stewardship framework={framework} today={place.viewing.today} />
      {digest !== undefined && (
        <p class="quiet">
          Digest <code>{digest}</code>
        </p>
      )}
      <StatusBanner place={place} />
    </div>
  );
}

function BookletContents({ chapters }: { chapters: readonly Chapter[] }) {
  return (
    <nav class="booklet-contents" aria-labelledby="_contents">
      <h2 id="_contents">Contents</h2>
      <ol>
        {chapters.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${encodeURIComponent(id)}`}>
              <Phrase text={heading} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Says which levels a booklet of a very long ladder leaves out. */
function Left({ place }: { place: Place }) {
  const { id, levels } = place.edition.framework;
  if (levels.length <= MOST_LEVELS) return null;
  return (
    <p>
      This booklet holds the first {MOST_LEVELS} of {levels.length} levels.{' '}
      <a href={`${frameworkAddress(id, place.version)}#_levels`}>All levels</a>
    </p>
  );
}

/** How to use it, the levels in the framework's own order, then what their words mean. */
function chaptersOf(place: Place): Chapter[] {
  const { framework } = place.edition;
  const guide = framework.guides.find(({ kind }) => kind === 'how-to-use');
  return [
    ...(guide === undefined
      ? []
      : [{ id: '_guide', heading: guide.title, content: <GuideText guide={guide} /> }]),
    ...framework.levels.slice(0, MOST_LEVELS).map((level) => ({
      id: `_level-${level.id.replace(/\s/g, '_')}`,
      heading: level.name,
      content: <LevelChapter place={place} level={level} />,
    })),
    ...(framework.scale.steps.length === 0
      ? []
      : [{ id: '_proficiency', heading: 'Proficiency', content: <Scale scale={framework.scale} /> }]),
    { id: '_policy', heading: 'How it is used', content: <PolicySection framework={framework} /> },
  ];
}

function GuideText({ guide }: { guide: Guide }) {
  return (
    <>
      {guide.introduction !== undefined && (
        <AuthorText text={guide.introduction} format={guide.textFormat} headingsFrom={3} />
      )}
      {guide.sections.map(({ id, heading, body }) => (
        <div key={id} class="booklet-section">
          <h3 dir="auto">
            <Phrase text={heading} />
          </h3>
          <AuthorText text={body} format={guide.textFormat} headingsFrom={4} />
        </div>
      ))}
    </>
  );
}

function LevelChapter({ place, level }: { place: Place; level: Level }) {
  const { framework } = place.edition;
  const sheet = levelSheet(framework, level.id);
  return (
    <>
      {level.summary !== undefined && (
        <p class="lede" dir="auto">
          <Phrase text={level.summary} />
        </p>
      )}
      <LevelNotes level={level} more={earlierInShort(framework)} />
      {sheet.size === 0 && (
        <p>The framework names this level and says nothing about what it is expected to show.</p>
      )}
      <SheetSections
        sheet={sheet}
        framework={framework}
        heading={3}
        own={false}
        addressOf={({ anchor }) => levelAddress(framework.id, place.version, level.id, anchor)}
      />
    </>
  );
}

const EARLIER = {
  assumed: 'Earlier levels are assumed met',
  evidenced: 'Earlier levels are to be shown as well',
  'not considered': 'Earlier levels are not considered',
} as const;

function earlierInShort(framework: Framework): string[] {
  return [EARLIER[policyInForce(framework).earlierLevels]];
}
