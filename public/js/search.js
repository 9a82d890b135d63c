/**
 * Leads to search as people type. Everything that it needs is loaded when somebody first turns to a field; until then,
 * and where it cannot be loaded, the form asks the search page.
 */
const form = document.querySelector('form[data-search-list]');
const box = form?.querySelector('input');
const pageField = document.querySelector('input[data-search-page]');

const combobox = {
  role: 'combobox',
  'aria-expanded': 'false',
  'aria-controls': '_found',
  'aria-autocomplete': 'list',
  'aria-keyshortcuts': '/',
};
for (const [name, value] of Object.entries(combobox)) box?.setAttribute(name, value);

/** Browsers run a module once, however often it is asked for. */
function load() {
  // Without it the form still asks the search page.
  import(new URL(form.dataset.searchList, location.href).href).catch(() => {});
}

for (const field of [box, pageField]) field?.addEventListener('focus', load);
// A site without a server has one search page for every query, and the page may have the focus already.
if (pageField && (location.search !== '' || document.activeElement === pageField)) load();
if (box && document.activeElement === box) load();

/** `/` leads to the field, unless somebody is typing. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable], dialog[open]')) return;
  const field = pageField ?? box;
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
