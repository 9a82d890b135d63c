import type { Assets } from './assets.ts';

/** Where the index for browsers is. */
export const SEARCH_INDEX_ADDRESS = '/search-index.json';

/** The search field of every page. Without script it asks the search page; `search.js` makes it find as people type,
 * and loads the index and what searches it only when somebody turns to the field. */
export function SearchBox({ assets }: { assets: Assets }) {
  return (
    <search class="search-box" aria-label="Everything published">
      <form
        action="/search"
        data-search-list={assets.scripts['search-list']}
        data-search-index={SEARCH_INDEX_ADDRESS}
        data-search-engine={assets.modules['search-engine']}
      >
        <label class="visually-hidden" for="_find">
          Search
        </label>
        <input
          id="_find"
          name="q"
          type="search"
          placeholder="Search competencies"
          maxlength={200}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
        />
        <span class="search-key with-script" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}
