import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import type { Found, FoundGroup, Hit } from '../search/engine.ts';
import type { MarkedPiece } from '../search/marks.ts';

/** What was asked and what was found; without an asking, the field alone. */
export interface Asked {
  query: string;
  /** The kind that all finds are shown of, where one was chosen. */
  kind: string | undefined;
  found: Found;
}

/** Search by address: complete without script, where a server answers. Where script runs, `search.js` fills the same
 * page as people type. */
export function searchPage(asked: Asked | undefined, isStatic = false): Page {
  return {
    title: asked === undefined ? 'Search' : `${asked.query} · Search`,
    description: 'Search everything that is published: levels, competencies, expectations, roles and guides.',
    address: '/search',
    section: 'frameworks',
    ...(asked === undefined ? {} : { draft: true }),
    main: (
      <div class="search-page">
        <h1>Search</h1>
        <form action="/search" class="search-form">
          <div class="field">
            <label for="_search">Words to look for</label>
            <input
              id="_search"
              name="q"
              type="search"
              maxlength={200}
              autocomplete="off"
              spellcheck={false}
              value={asked?.query}
              data-search-page
            />
          </div>
          <button type="submit" class="button">
            Search
          </button>
        </form>
        <div id="_results" data-query={asked?.query ?? ''}>
          {asked === undefined ? <BeforeAsking isStatic={isStatic} /> : <Results asked={asked} />}
        </div>
      </div>
    ),
  };
}

function BeforeAsking({ isStatic }: { isStatic: boolean }) {
  return (
    <>
      <p class="quiet">
        Finds levels, competencies, expectations, role profiles, guides and the <a href="/glossary">words</a>{' '}
        themselves, in everything that is published. A slip of a finger does no harm.
      </p>
      {isStatic && (
        <noscript>
          <p>
            On this site your browser does the searching, and it does not run scripts here. Read on from{' '}
            <a href="/frameworks">the frameworks</a> or <a href="/glossary">the words</a>.
          </p>
        </noscript>
      )}
    </>
  );
}

function Results({ asked: { query, kind, found } }: { asked: Asked }) {
  if (found.total === 0) return <NothingFound query={query} />;
  const groups = kind === undefined ? found.groups : found.groups.filter((group) => group.kind === kind);
  return (
    <>
      <p class="quiet">
        {found.total === 1 ? '1 result' : `${found.total} results`} for “<Phrase text={query} />
        ”.
        {found.loosely && ' Nothing holds all of these words; each of these holds some of them.'}
        {kind !== undefined && (
          <>
            {' '}
            <a href={searchAddress(query)}>Show every kind</a>
          </>
        )}
      </p>
      {groups.map((group) => (
        <Group key={group.kind} group={group} query={query} />
      ))}
    </>
  );
}

function NothingFound({ query }: { query: string }) {
  return (
    <>
      <p>
        Nothing that is published holds “<Phrase text={query} />
        ”.
      </p>
      <ul class="prose">
        <li>Try fewer words, or the beginning of one.</li>
        <li>Try another word for the same thing: the framework may have its own.</li>
        <li>
          Or read on from <a href="/frameworks">the frameworks</a> or <a href="/glossary">the words</a>.
        </li>
      </ul>
    </>
  );
}

function Group({ group, query }: { group: FoundGroup; query: string }) {
  const { kind, heading, total, hits } = group;
  const id = `_found-${kind.replace(' ', '-')}`;
  return (
    <section class="part found" aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span class="count">{total}</span>
      </h2>
      <ol>
        {hits.map((hit) => (
          <FoundItem key={hit.address} hit={hit} />
        ))}
      </ol>
      {hits.length < total && (
        <p class="quiet">
          <a href={searchAddress(query, kind)}>
            See more of these<span class="visually-hidden"> {heading}</span>
          </a>
        </p>
      )}
    </section>
  );
}

function FoundItem({ hit }: { hit: Hit }) {
  return (
    <li>
      <p class="found-title" dir="auto">
        <a href={hit.address}>
          <Marked pieces={hit.title} />
        </a>
      </p>
      <p class="quiet">
        <Phrase text={hit.place} />
      </p>
      {hit.excerpt.length > 0 && (
        <p class="found-text" dir="auto">
          <Marked pieces={hit.excerpt} />
        </p>
      )}
    </li>
  );
}

function Marked({ pieces }: { pieces: readonly MarkedPiece[] }) {
  return (
    <bdi>{pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}</bdi>
  );
}

function searchAddress(query: string, kind?: string): string {
  const parameters = new URLSearchParams({ q: query, ...(kind === undefined ? {} : { in: kind }) });
  return `/search?${parameters}`;
}
