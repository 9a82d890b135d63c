/**
 * Walks a view by the keyboard: `1` to `4` take a stance, `0` leaves it open, `n` writes a note, Escape leaves it, the
 * arrows go back and on. Everything can be reached without it.
 */
const rows = [...document.querySelectorAll('[data-row]')];

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { target, key } = event;
  if (target.closest?.('textarea, select, dialog[open], input:not([type="radio"])')) {
    const row = target.closest('[data-row]');
    if (key !== 'Escape' || !row) return;
    event.preventDefault();
    row.focus();
    return;
  }
  const act = ACTS[key];
  if (!act || rows.length === 0) return;
  // The arrows of a group of choices are its own.
  if (key.startsWith('Arrow') && target.closest?.('input[type="radio"], summary')) return;
  if (act(rowInSight(), event)) event.preventDefault();
});

const ACTS = {
  0: (row) => choose(row, 4),
  1: (row) => choose(row, 0),
  2: (row) => choose(row, 1),
  3: (row) => choose(row, 2),
  4: (row) => choose(row, 3),
  n: (row) => {
    answerOf(row).querySelector('textarea').focus();
    return true;
  },
  ArrowLeft: (row) => go(row, 'before', -1),
  ArrowRight: (row) => go(row, 'after', 1),
};

/** Where the focus is; else the first one that reaches into the upper part of the window. */
function rowInSight() {
  const focused = document.activeElement?.closest('[data-row]');
  const inSight = rows.find((row) => row.getBoundingClientRect().bottom > innerHeight / 3);
  return focused ?? inSight ?? rows.at(-1);
}

/** The answer that has the focus, or the one to the whole of the row. */
function answerOf(row) {
  const focused = document.activeElement?.closest('.answer');
  return focused && row.contains(focused) ? focused : row.querySelector('.answer');
}

function choose(row, index) {
  const choice = answerOf(row).querySelectorAll('input[type="radio"]')[index];
  choice.checked = true;
  choice.dispatchEvent(new Event('input', { bubbles: true }));
  if (document.activeElement === document.body) row.focus({ preventScroll: true });
  return true;
}

/** To another page where each row has its own, else to another row of this one. */
function go(row, way, step) {
  const walk = document.querySelector(`[data-walk="${way}"]`);
  if (walk) {
    walk.form.requestSubmit(walk);
    return true;
  }
  if (document.querySelector('[data-walk]')) return false;
  const focused = document.activeElement?.closest('[data-row]') === row;
  const next = focused ? rows[rows.indexOf(row) + step] : row;
  next?.focus();
  next?.scrollIntoView({ block: 'start' });
  return next !== undefined;
}

/** The list of rows says how each is answered. */
for (const row of rows) {
  row.addEventListener('input', () => {
    const word = document.querySelector(`[data-state-of="${row.id.replace('row-', '')}"]`);
    const answers = [...row.querySelectorAll('.answer')];
    const [whole, ...points] = answers.map((answer) => answer.querySelector('input:checked')?.value ?? '');
    if (word) word.textContent = whole || (points.some(Boolean) ? 'by its points' : 'open');
  });
}
