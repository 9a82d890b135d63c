/** On the page of a piece of evidence: `s` shares it, and files that are too large are told before they travel. */
const share = document.querySelector('form[data-share]');

document.addEventListener('keydown', (event) => {
  if (event.key !== 's' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!share || event.target.closest?.('input, textarea, select, dialog, [contenteditable]')) return;
  event.preventDefault();
  share.requestSubmit();
});

const MEGABYTE = 1024 * 1024;
const LARGEST = 10 * MEGABYTE;
const LARGEST_TOGETHER = 30 * MEGABYTE;

for (const form of document.querySelectorAll('form[data-largest]')) {
  const field = form.querySelector('input[type=file]');
  field.addEventListener('change', () => {
    const files = [...field.files];
    const large = files.find(({ size }) => size > LARGEST);
    const together = files.reduce((sum, { size }) => sum + size, 0);
    const wrong = large
      ? `“${large.name.slice(0, 60)}” is larger than 10 MB. Make it smaller, or link to where it is kept.`
      : together > LARGEST_TOGETHER
        ? 'Together these are larger than 30 MB. Choose fewer at once.'
        : '';
    field.setCustomValidity(wrong);
    field.reportValidity();
  });
}
