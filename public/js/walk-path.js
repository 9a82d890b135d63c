/** Walks a path of levels with the arrow keys: each moves to the stone before or after, Home and End to its ends. */
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

for (const path of document.querySelectorAll('[data-path]')) {
  path.addEventListener('keydown', (event) => {
    const stones = [...path.querySelectorAll('a')];
    const at = stones.indexOf(document.activeElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next =
      event.key === 'Home' ? stones[0] : event.key === 'End' ? stones.at(-1) : stones[at + STEPS[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
