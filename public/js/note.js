// `e` opens the box for a note from any page. Without script the link "Note" leads to the same form.
document.addEventListener('keydown', (event) => {
  const inField =
    event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== 'e' || event.ctrlKey || event.metaKey || event.altKey || inField) return;
  event.preventDefault();
  window.location.assign('/evidence/new');
});
