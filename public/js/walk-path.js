/** Walks a path of levels with the arrow keys: each moves to the stone before or after. */
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

for (const path of document.querySelectorAll('[data-path]')) {
  path.addEventListener('keydown', (event) => {
    const stones = [...path.querySelectorAll('a')];
    const at = stones.indexOf(document.activeElement);
    const step = STEPS[event.key];
    if (at < 0 || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stones[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
