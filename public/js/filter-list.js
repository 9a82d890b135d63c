/**
 * Filters a list as people type. What is whole on the page is filtered there. A list of many pages is asked of the
 * server, which answers with the page that the form would have led to; what holds the list is taken out of it.
 */
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

for (const form of document.querySelectorAll('form[data-filter-list]')) {
  const list = document.getElementById(form.dataset.filterList);
  if (list) (form.dataset.filterAsks === undefined ? filterHere : askServer)(form, list);
}

function filterHere(form, list) {
  const said = form.querySelector('[data-filter-said]');
  const marked = list.querySelectorAll('[data-filter-item]');
  const rows = marked.length > 0 ? marked : list.querySelectorAll(':scope > li, :scope > tbody > tr');
  const items = [...rows].map((item) => ({ item, text: fold(item.textContent) }));
  const groups = list.querySelectorAll('[data-filter-group]');
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { item, text } of items) {
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) shown += 1;
    }
    // A heading above nothing says nothing.
    for (const group of groups) group.hidden = !group.querySelector('[data-filter-item]:not([hidden])');
    said.textContent = words.length === 0 ? '' : `${shown} of ${items.length} shown`;
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
