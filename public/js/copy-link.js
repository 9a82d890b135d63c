/** Copies the address of a `data-copy-link` instead of following it. Without script the link leads there. */
const said = document.createElement('p');
said.setAttribute('role', 'status');
said.className = 'visually-hidden';
document.body.append(said);

for (const link of document.querySelectorAll('a[data-copy-link]')) {
  const label = link.querySelector('[data-copy-label] > .with-script');
  const own = label.textContent;
  link.addEventListener('click', async (event) => {
    // A click that asks for another tab or window is a wish to go there.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!(await copied(link.href))) {
      location.assign(link.href);
      return;
    }
    label.textContent = 'Copied link';
    said.textContent = 'Link copied';
    link.dataset.copied = '';
    setTimeout(() => {
      label.textContent = own;
      said.textContent = '';
      delete link.dataset.copied;
    }, 2500);
  });
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or absent because the page came over plain http, as it may inside an organisation.
    return copiedTheOldWay(text);
  }
}

function copiedTheOldWay(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  before?.focus();
  return done;
}
