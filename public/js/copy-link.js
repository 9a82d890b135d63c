/** Copies the address of a `data-copy-link` instead of following it. Without script the link leads there. */
const said = document.createElement('p');
said.setAttribute('role', 'status');
said.className = 'visually-hidden';
document.body.append(said);

for (const link of document.querySelectorAll('a[data-copy-link]')) {
  const label = link.querySelector('[data-copy-label]');
  if (!label || !navigator.clipboard) continue;
  const own = label.textContent === 'Link' ? 'Copy link' : label.textContent?.replace(/^Link/, 'Copy link');
  label.textContent = own;
  link.addEventListener('click', async (event) => {
    // A click that asks for another tab or window is a wish to go there.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      // The browser refused the clipboard: the link then does what it does without script.
      location.assign(link.href);
      return;
    }
    label.textContent = 'Link copied';
    said.textContent = 'Link copied';
    link.dataset.copied = '';
    setTimeout(() => {
      label.textContent = own;
      said.textContent = '';
      delete link.dataset.copied;
    }, 2500);
  });
}
