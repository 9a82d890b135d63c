/** Filters the rows of a page as people type: each `data-row` inside the element that the field names. */
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

for (const field of document.querySelectorAll('[data-filter-rows]')) {
  const inside = document.getElementById(field.dataset.filterRows);
  const rows = [...(inside?.querySelectorAll('[data-row]') ?? [])].map((row) => ({
    row,
    text: fold(row.textContent),
  }));
  const said = field.parentElement.querySelector('[role=status]');
  field.addEventListener('input', () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (row.hidden) continue;
      shown += 1;
      // What is folded away would look as if it were not found.
      if (words.length > 0) row.closest('details')?.setAttribute('open', '');
    }
    said.textContent = words.length === 0 ? '' : `${shown} of ${rows.length} shown`;
  });
  // Enter finds; it does not send the form that the field stands in.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}
