import type { ComponentChildren } from 'preact';

/** The page's own script, which every page with such a list names in `scripts`. */
export const FILTER_LIST_SCRIPT = 'filter-list';

/**
 * The field that filters a list by typing. A list that is whole on the page is filtered there, by script alone: its
 * rows, or what is marked `data-filter-item` in it, below headings in a `data-filter-group`. One that has further pages
 * asks the server, without script by a button.
 */
export function FilterList(props: {
  /** Id of the list; of what holds it and all that changes with it, where the server is asked. */
  list: string;
  /** What is looked for: "Filter the people". */
  label: string;
  hint?: ComponentChildren;
  /** Where the server is asked: the address of the page, and what was typed before. */
  asks?: { address: string; typed: string };
  /** Further fields of the form. */
  children?: ComponentChildren;
}) {
  const { list, label, hint, asks, children } = props;
  const id = `${list}-filter`;
  const form = (
    <form
      class="filter-list"
      method="get"
      action={asks?.address}
      data-filter-list={list}
      data-filter-asks={asks === undefined ? undefined : ''}
    >
      <div class="field">
        <label for={id}>{label}</label>
        {hint !== undefined && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <input
          id={id}
          name="q"
          type="search"
          value={asks?.typed}
          maxlength={100}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          aria-controls={list}
        />
      </div>
      {children}
      {asks !== undefined && (
        <button type="submit" class="button second">
          Filter
        </button>
      )}
      <p class="filter-said quiet" role="status" data-filter-said />
    </form>
  );
  return asks === undefined ? <div class="with-script">{form}</div> : form;
}
