/**
 * Filters a list as people type. What is whole on the page is filtered there, and so are the rows of a larger form, each
 * `data-row` in what the field names. A list of many pages is asked of the server, which answers with the page that the
 * form would have led to; what holds the list is taken out of it.
 */
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

for (const form of document.querySelectorAll('form[data-filter-list]')) {
  const list = document.getElementById(form.dataset.filterList);
  if (list) (form.dataset.filterAsks === undefined ? filterList : askServer)(form, list);
}
for (const field of document.querySelectorAll('[data-filter-rows]')) filterRows(field);

function filterList(form, list) {
  const marked = list.querySelectorAll('[data-filter-item]');
  const rows = marked.length > 0 ? marked : list.querySelectorAll(':scope > li, :scope > tbody > tr');
  const groups = list.querySelectorAll('[data-filter-group]');
  form.addEventListener('submit', (event) => event.preventDefault());
  filterHere(form.elements.q, rows, form.querySelector('[data-filter-said]'), () => {
    // A heading above nothing says nothing.
    for (const group of groups) group.hidden = !group.querySelector('[data-filter-item]:not([hidden])');
  });
}

function filterRows(field) {
  const rows = document.getElementById(field.dataset.filterRows)?.querySelectorAll('[data-row]') ?? [];
  // Enter finds; it does not send the form that the field stands in.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  filterHere(field, rows, field.parentElement.querySelector('[role=status]'), (shown) => {
    if (field.value.trim() === '') return;
    // What is folded away would look as if it were not found.
    for (const { item } of shown) item.closest('details')?.setAttribute('open', '');
  });
}

function filterHere(field, rows, said, filtered) {
  const items = [...rows].map((item) => ({ item, text: fold(item.textContent) }));
  field.addEventListener('input', () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    for (const { item, text } of items) item.hidden = !words.every((word) => text.includes(word));
    const shown = items.filter(({ item }) => !item.hidden);
    said.textContent = words.length === 0 ? '' : `${shown.length} of ${items.length} shown`;
    filtered(shown);
  });
}

/** How long to wait for the next key, in milliseconds. */
const PAUSE = 250;

function askServer(form, holder) {
  const said = form.querySelector('[data-filter-said]');
  let waiting;
  let underway;
  const ask = () => {
    const address = new URL(form.action);
    address.search = new URLSearchParams(new FormData(form));
    underway?.abort();
    // Parses the answer as a document in which nothing runs.
    const request = new XMLHttpRequest();
    underway = request;
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      const fresh = request.status === 200 && request.response?.getElementById(holder.id);
      // Signed out, or refused: the page itself says so.
      if (!fresh) return form.submit();
      holder.replaceChildren(...document.importNode(fresh, true).childNodes);
      history.replaceState(null, '', address);
      said.textContent = holder.querySelector('[data-filter-found]')?.textContent ?? '';
    };
    request.send();
  };
  form.addEventListener('input', (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, event.target.matches('select') ? 0 : PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    ask();
  });
}
