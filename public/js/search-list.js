/**
 * Search as people type. Loaded by `search.js` with the index and what searches it when somebody first turns to a
 * field. Text from the index only ever becomes text.
 */
const form = document.querySelector('form[data-search-index]');
const box = form?.querySelector('input');
const pageField = document.querySelector('input[data-search-page]');

/** How many finds of each kind the list below the field shows, and the search page. */
const IN_LIST = 4;
const ON_PAGE = 8;

let loading;

/** Resolves with a function from a query to what is found. Tried again after a failure. */
function engine() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const address = new URL(form.dataset.searchIndex, location.href);
  const [{ openIndex, find }, answer] = await Promise.all([
    import(new URL(form.dataset.searchEngine, location.href).href),
    fetch(address),
  ]);
  if (!answer.ok) throw new Error(`the index answered with ${answer.status}`);
  const index = openIndex(await answer.text());
  return (query, most) => {
    const found = find(index, query, most);
    // A site in a subfolder has addresses that are relative to the index.
    for (const { hits } of found.groups) {
      for (const hit of hits) hit.address = new URL(hit.address, address).href;
    }
    return found;
  };
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Pieces of text, those that were asked for marked, kept from turning what stands around them. */
function text(pieces) {
  return element(
    'bdi',
    {},
    ...pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text)),
  );
}

function results(total) {
  return total === 1 ? '1 result' : `${total} results`;
}

function searchAddress(query, kind) {
  const address = new URL(form.action);
  address.searchParams.set('q', query);
  if (kind) address.searchParams.set('in', kind);
  return address.href;
}

if (form && box) listBelow(form, box);
if (pageField) fillPage(pageField, document.getElementById('_results'));

/** A combobox with its list: arrows go through it, Enter opens, Escape closes. */
function listBelow(form, field) {
  const list = element('div', {
    id: '_found',
    class: 'found-list',
    role: 'listbox',
    'aria-label': 'Results',
  });
  const said = element('p', { class: 'visually-hidden', role: 'status' });
  list.hidden = true;
  form.append(list, said);
  let options = [];
  let at = -1;
  let asked = '';

  const close = () => {
    list.hidden = true;
    choose(-1);
    field.setAttribute('aria-expanded', 'false');
  };

  const choose = (index) => {
    options[at]?.setAttribute('aria-selected', 'false');
    at = index;
    const option = options[at];
    if (option === undefined) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', option.id);
  };

  const show = async () => {
    const query = field.value.trim();
    asked = query;
    if (query === '') {
      close();
      said.textContent = '';
      return;
    }
    let found;
    try {
      found = (await engine())(query, IN_LIST);
    } catch {
      // Without the index Enter still asks the search page.
      close();
      return;
    }
    // Somebody typed on, or left, while the index was on its way.
    if (asked !== query || document.activeElement !== field) return;
    fill(found, query);
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    said.textContent = found.total === 0 ? 'No results' : `${results(found.total)}. Use the arrow keys.`;
  };

  const fill = ({ groups, total, loosely }, query) => {
    options = [];
    at = -1;
    field.removeAttribute('aria-activedescendant');
    const parts = groups.map((group, index) => {
      const heading = element('p', { id: `_group-${index}`, class: 'found-heading', role: 'presentation' });
      heading.textContent = group.heading;
      const own = group.hits.map((hit) => {
        const place = element('span', { class: 'quiet' }, element('bdi', {}, hit.place));
        // What the title does not show to have been found, the text does.
        const says = hit.title.some(({ marked }) => marked)
          ? []
          : [element('span', { class: 'found-text' }, text(hit.excerpt))];
        return option(hit.address, text(hit.title), place, ...says);
      });
      return element('div', { role: 'group', 'aria-labelledby': heading.id }, heading, ...own);
    });
    if (total === 0) {
      const words = `Nothing holds “${query}”. Try fewer words, or another word for it.`;
      parts.push(element('p', { class: 'found-none', role: 'presentation' }, words));
    } else {
      const words = loosely ? `See ${results(total)} with some of these words` : `See all ${results(total)}`;
      const all = option(searchAddress(query), total === 1 ? 'See it on a page' : words);
      all.classList.add('found-all');
      parts.push(all);
    }
    list.replaceChildren(...parts);
    list.scrollTop = 0;
  };

  const option = (address, ...content) => {
    const made = element('a', { role: 'option', tabindex: '-1', 'aria-selected': 'false' }, ...content);
    made.id = `_option-${options.length}`;
    made.href = address;
    options.push(made);
    return made;
  };

  field.addEventListener('focus', () => {
    // A failure shows when somebody types; the form works without it.
    engine().catch(() => {});
    if (field.value.trim() !== '' && list.hidden) show();
  });
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Escape' && field.value === '') {
      field.blur();
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      options[at].click();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length === 0) return;
      event.preventDefault();
      if (list.hidden) {
        show();
        return;
      }
      // One place more than there are options: the field itself, where nothing is chosen.
      const places = options.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((at + 1 + step + places) % places) - 1);
    }
  });
  // A press on an option must not take the focus away first, or the list would be gone before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  // Following an anchor on the open page loads nothing, so the list has to go by itself.
  list.addEventListener('click', () => close());
  field.addEventListener('blur', close);
  // What was typed while this was on its way.
  if (document.activeElement === field) show();
}

/** Fills the search page as people type, in the shape that the server gives it. */
function fillPage(field, results) {
  const show = async () => {
    const query = field.value.trim();
    if (query === '' || query === results.dataset.query) return;
    let found;
    try {
      found = (await engine())(query, ON_PAGE);
    } catch {
      // The button asks the server.
      return;
    }
    if (field.value.trim() !== query) return;
    results.dataset.query = query;
    results.replaceChildren(...pageParts(found, query));
    history.replaceState(null, '', searchAddress(query));
    document.title = `${query} · Search · Cairn`;
  };
  results.setAttribute('aria-live', 'polite');
  field.addEventListener('input', show);
  if (document.activeElement === field) show();
  // A site without a server has one search page for every query.
  const asked = new URLSearchParams(location.search).get('q') ?? '';
  if (asked.trim() !== results.dataset.query) {
    field.value = asked;
    show();
  }
}

function pageParts({ total, loosely, groups }, query) {
  if (total === 0) {
    const nothing = element('p', {}, 'Nothing that is published holds “', element('bdi', {}, query), '”.');
    const hint = element('p', { class: 'quiet' });
    hint.textContent = 'Try fewer words, the beginning of one, or another word for the same thing.';
    return [nothing, hint];
  }
  const summary = element(
    'p',
    { class: 'quiet' },
    `${results(total)} for “`,
    element('bdi', {}, query),
    '”.',
  );
  if (loosely) summary.append(' Nothing holds all of these words; each of these holds some of them.');
  return [summary, ...groups.map((group) => pageGroup(group, query))];
}

function pageGroup({ kind, heading, total, hits }, query) {
  const id = `_found-${kind.replace(' ', '-')}`;
  const title = element('h2', { id }, `${heading} `, element('span', { class: 'count' }, String(total)));
  const items = hits.map((hit) => {
    const link = element('a', { href: hit.address }, text(hit.title));
    const parts = [
      element('p', { class: 'found-title', dir: 'auto' }, link),
      element('p', { class: 'quiet' }, element('bdi', {}, hit.place)),
    ];
    if (hit.excerpt.length > 0)
      parts.push(element('p', { class: 'found-text', dir: 'auto' }, text(hit.excerpt)));
    return element('li', {}, ...parts);
  });
  const section = element(
    'section',
    { class: 'part found', 'aria-labelledby': id },
    title,
    element('ol', {}, ...items),
  );
  if (hits.length < total) {
    const more = element('a', { href: searchAddress(query, kind) }, 'See more of these');
    section.append(element('p', { class: 'quiet' }, more));
  }
  return section;
}
