/**
 * Notes what happened from any page: `e` opens the box, Ctrl+Enter saves, and its writer stays where they are. Without
 * script the header's link leads to a page with the same form.
 */
import { drafts, Keeper, whoIfKnown, whoIsIt } from './draft.js';

const dialog = document.getElementById('_note');
const keepers = new Map();
for (const form of document.querySelectorAll('form[data-draft]')) keepers.set(form, new Keeper(form));

const saved = document.querySelector('[data-draft-saved]');
if (saved) drafts.drop(({ id }) => id === saved.dataset.draftSaved);
for (const [form, keeper] of keepers) if (!dialog?.contains(form)) offer(keeper);
remind();

document.addEventListener('keydown', (event) => {
  const field = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    field?.closest('form[data-draft]')?.requestSubmit();
    return;
  }
  if (event.key !== 'e' || event.ctrlKey || event.metaKey || event.altKey || field) return;
  if (document.querySelector('dialog[open]')) return;
  event.preventDefault();
  open();
});

document.addEventListener('click', (event) => {
  if (event.target === dialog || event.target.closest?.('[data-note-close]')) dialog.close();
  // A click that asks for another tab or window is a wish to go there.
  if (!event.target.closest?.('[data-note-open]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (new URL(form.action).pathname === '/sign-out') drafts.forgetEverything();
  if (form.dataset.note === undefined) return;
  event.preventDefault();
  save(keepers.get(form));
});

/** Goes to the page's own field where it has one; else opens the box. */
function open() {
  const own = document.querySelector('main form[data-draft=new] textarea');
  if (own) {
    own.focus();
    return;
  }
  if (!dialog || dialog.open) return;
  const form = dialog.querySelector('form');
  say(form, '');
  dialog.showModal();
  form.elements.text.focus();
  offer(keepers.get(form));
}

async function save(keeper) {
  const text = keeper.area.value;
  if (text.trim() === '') {
    say(keeper.form, 'Write what happened first.');
    return;
  }
  say(keeper.form, 'Saving…');
  try {
    const who = await whoIsIt();
    if (who === undefined) signedOut(keeper);
    else if ((keeper.person ?? who.person) !== who.person)
      say(keeper.form, 'Somebody else is signed in now. Not saved.');
    else await send(keeper, text, who.token);
  } catch {
    unsaved(keeper, 'No connection. Your text is kept in this browser: save it again once you are back.');
  }
}

async function send(keeper, text, token) {
  const now = new Date();
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const answer = await fetch('/api/evidence', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cairn-token': token },
    body: JSON.stringify({ id: keeper.id, text, happenedOn: day }),
  });
  if (answer.status === 401) {
    signedOut(keeper);
    return;
  }
  const { id, detail } = await answer.json();
  if (!answer.ok) {
    unsaved(keeper, detail);
    return;
  }
  keeper.clear();
  const tie = link('Tie it to something?', `/evidence/${id}/ties`);
  say(keeper.form, 'Noted.', tie, link('Open it', `/evidence/${id}`));
}

function signedOut(keeper) {
  const back = encodeURIComponent(location.pathname + location.search);
  unsaved(
    keeper,
    'You were signed out. Your text is kept in this browser.',
    link('Sign in', `/sign-in?to=${back}`),
  );
}

function unsaved(keeper, text, ...more) {
  keeper.keep({ failed: true });
  say(keeper.form, text, ...more);
}

/** Offers what was kept: in an empty field it stands again; beside another text it can be put in. */
async function offer(keeper) {
  if (drafts.of(keeper.field).length === 0 || (await whoIfKnown()) === undefined) return;
  const [kept] = drafts.of(keeper.field);
  if (!kept || kept.text === keeper.area.value) return;
  if (keeper.area.value === '') {
    keeper.take(kept);
    say(
      keeper.form,
      'Kept from before: it is not saved yet.',
      button('Throw it away', () => anew(keeper)),
    );
  } else {
    const putIn = button('Put it in', () => anew(keeper, kept));
    say(keeper.form, 'You typed another text here and did not save it.', putIn);
  }
}

function anew(keeper, kept) {
  if (kept) keeper.take(kept);
  else keeper.clear();
  say(keeper.form, '');
  keeper.area.focus();
}

/** On whichever page somebody signs in again: what could not be saved is not forgotten. */
async function remind() {
  const waits = () => drafts.of('new').some(({ failed }) => failed);
  if (document.querySelector('main form[data-draft=new]') || !waits()) return;
  if ((await whoIfKnown()) === undefined || !waits()) return;
  const strip = document.createElement('p');
  strip.className = 'kept-note';
  const show = button('Open it', () => {
    strip.remove();
    open();
  });
  strip.append('A note of yours is not saved yet. ', show);
  document.querySelector('main').prepend(strip);
}

/** Says something below the text, and what can be done about it. */
function say(form, text, ...more) {
  let said = form.querySelector('.note-said');
  if (!said) {
    said = document.createElement('p');
    said.className = 'note-said';
    said.setAttribute('role', 'status');
    form.elements.text.after(said);
  }
  said.replaceChildren(text, ...more.flatMap((one) => [' ', one]));
}

function button(label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'text-button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

function link(label, address) {
  const made = document.createElement('a');
  made.href = address;
  made.textContent = label;
  return made;
}
