/** `?` opens the keyboard shortcuts, unless somebody is typing. Without script they are a page. */
const dialog = document.getElementById('_shortcuts');

document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
  if (!dialog || dialog.open) return;
  event.preventDefault();
  dialog.showModal();
});

// A click on the dialogue itself, and not on what is in it, falls beside its box.
dialog?.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});
