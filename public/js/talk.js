/** Shows what the other side writes, within a second, while the page is in sight. Loading it again does the same. */
const talk = document.querySelector('[data-polls]');
const EVERY = 600;

/** By expectation. */
const places = new Map(
  [...document.querySelectorAll('[data-saves]')].map((place) => [
    place.querySelector('[name^="row-"]').value,
    place,
  ]),
);

let etag = talk?.dataset.etag;
let standing;

async function look() {
  const answer = await fetch(talk.dataset.polls, {
    headers: { 'if-none-match': `"${etag}"` },
    cache: 'no-store',
  });
  if (answer.status !== 200) return;
  const { rows, actions, ...stands } = await answer.json();
  etag = answer.headers.get('etag').replaceAll('"', '');
  for (const row of rows) {
    places.get(row.expectation)?.dispatchEvent(new CustomEvent('remote', { detail: row }));
  }
  for (const list of document.querySelectorAll('[data-actions]')) {
    const own = list.dataset.actions;
    fill(
      list,
      actions.filter(({ expectation }) => own === '' || expectation === own),
    );
  }
  const now = JSON.stringify(stands);
  if (standing !== undefined && standing !== now) movedOn();
  standing = now;
}

function fill(list, actions) {
  list.replaceChildren(
    ...actions.map(({ text, kind, owner, due }) => {
      const item = document.createElement('li');
      item.className = kind;
      const who = document.createElement('strong');
      who.textContent = owner;
      item.append(who, ` ${text}`);
      if (due) item.append(`, by ${due}`);
      return item;
    }),
  );
}

/** Signed, agreed or ended meanwhile: what may be written is another question now. */
function movedOn() {
  const link = document.createElement('a');
  link.href = location.href;
  link.textContent = 'Load it again';
  const place = document.querySelector('[data-moved-on]');
  place.replaceChildren('The conversation has moved on. ', link, '.');
  place.className = 'banner attention';
}

async function keepLooking() {
  if (!document.hidden) await look().catch(() => {});
  setTimeout(keepLooking, EVERY);
}

if (talk) {
  // The first look finds where it stands, whatever changed since the page was made.
  etag = '';
  keepLooking();
}
