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
  const { rows, actions, feedback, ...stands } = await answer.json();
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
  arrived(feedback.slice(talk.dataset.feedback));
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

/** Shown once somebody asks for it: what they read or write must not move away under them. */
function arrived(names) {
  const place = document.querySelector('[data-arrived]');
  const said = new Intl.ListFormat('en').format(new Set(names));
  if (place.dataset.arrived === said) return;
  place.dataset.arrived = said;
  place.className = said === '' ? '' : 'banner attention';
  if (said === '') return place.replaceChildren();
  const link = document.createElement('a');
  link.href = location.pathname;
  link.textContent = 'Show it';
  link.addEventListener('click', showFeedback);
  place.replaceChildren(`Feedback from ${said} has arrived. `, link, '.');
}

/** Takes it out of the page as it is now, so that nothing that was typed here is lost. */
function showFeedback(event) {
  event.preventDefault();
  // Parses the answer as a document in which nothing runs.
  const request = new XMLHttpRequest();
  request.open('GET', location.href);
  request.responseType = 'document';
  request.onload = () => {
    if (request.status !== 200) return;
    const fresh = request.response?.querySelector('[data-polls]');
    const changed = [...document.querySelectorAll('[data-row-feedback]')].filter((shown) => {
      const now = fresh?.querySelector(`#${shown.id}`);
      if (!now || now.textContent === shown.textContent) return false;
      shown.replaceChildren(...document.importNode(now, true).childNodes);
      return true;
    });
    // Signed out, or about rows that are not on this page.
    if (changed.length === 0) return location.assign(location.pathname);
    talk.dataset.feedback = fresh.dataset.feedback;
    arrived([]);
    for (const shown of changed) {
      for (let fold = shown.querySelector('details'); fold; fold = fold.parentElement.closest('details'))
        fold.open = true;
    }
    changed[0].querySelector('summary').focus();
  };
  request.send();
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
