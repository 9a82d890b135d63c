/**
 * Saves what is written while it is written, each `data-saves` on its own. What could not be sent stays in the browser
 * under the id of who wrote it, and is sent when the connection is back or the page is opened again. Where somebody else,
 * or another tab, wrote the same meanwhile, both texts are shown and neither is lost. Without script the forms save.
 */
const form = document.querySelector('[data-saving-for]');
const said = document.querySelector('[data-saving]');
const own = said?.textContent;

/** How long to gather keys before they are sent, and to wait before trying again, in milliseconds. */
const PAUSE = 300;
const AGAIN = [1000, 2000, 4000, 8000, 15000];

/** What to say of a status that is no answer yet. Of all others the server is there and cannot write. */
const UNSENT = {
  0: 'No connection. What you write is kept on this device, and sent once it is back.',
  401: 'You were signed out. What you write is kept on this device, and sent once you have signed in again.',
};

/** What nobody sent within these days is let go. */
const DAYS_KEPT = 30;

const prefix = `cairn:unsent:${form?.dataset.savingFor}:`;
/** Each page keeps its own, so that two tabs never overwrite each other's. */
const page = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;

class Saver {
  constructor(place) {
    this.place = place;
    this.address = place.dataset.saves;
    this.fields = [...place.querySelectorAll('[data-was]')].map((was) => was.dataset.was);
    this.failures = 0;
    place.addEventListener('input', (event) => event.target.dataset.field && this.changed());
    place.addEventListener('remote', ({ detail }) => this.takeRemote(detail));
  }

  was(field) {
    return this.place.querySelector(`[data-was="${field}"]`);
  }

  get(field) {
    const controls = [...this.place.querySelectorAll(`[data-field="${field}"]`)];
    return (
      (controls[0]?.type === 'radio' ? controls.find(({ checked }) => checked) : controls[0])?.value ?? ''
    );
  }

  set(field, value) {
    const controls = [...this.place.querySelectorAll(`[data-field="${field}"]`)];
    if (controls[0]?.type === 'radio') {
      for (const control of controls) control.checked = control.value === value;
    } else if (controls[0] && controls[0].value !== value) {
      const [control] = controls;
      const { selectionStart, selectionEnd } = control;
      control.value = value;
      if (control === document.activeElement) control.setSelectionRange(selectionStart, selectionEnd);
    }
  }

  mine() {
    return Object.fromEntries(this.fields.map((field) => [field, this.get(field)]));
  }

  before() {
    return Object.fromEntries(this.fields.map((field) => [field, this.was(field).value]));
  }

  isDirty() {
    return this.fields.some((field) => this.get(field) !== this.was(field).value);
  }

  version() {
    return Number(this.place.dataset.version);
  }

  changed() {
    keep(this.address, { mine: this.mine(), was: this.before(), version: this.version(), at: Date.now() });
    // What is typed goes out in steps, not only once somebody pauses: the other side reads along.
    this.waiting ??= setTimeout(() => this.send(), PAUSE);
  }

  async send() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (this.conflict) return;
    if (this.sending) {
      this.sendAgain = true;
      return;
    }
    if (!this.isDirty()) {
      forget(this.address);
      return;
    }
    const change = { mine: this.mine(), was: this.before(), version: this.version() };
    this.sending = put(this.address, change);
    const answer = await this.sending;
    this.sending = undefined;
    this.taken(change, answer);
    if (this.sendAgain) {
      this.sendAgain = false;
      this.send();
    }
  }

  taken({ mine, was }, { status, body }) {
    if (status === 200) {
      this.failures = 0;
      this.take(mine, body);
      if (this.isDirty()) this.changed();
      else forget(this.address);
      say(own);
    } else if (status === 409) {
      this.showConflict(mine, was, body);
    } else if (status >= 400 && status < 500 && status !== 401 && status !== 429) {
      say(`${body?.detail ?? 'This was not saved.'} What you wrote is kept on this device.`);
    } else {
      this.tryLater(status);
    }
  }

  tryLater(status) {
    const wait = AGAIN[Math.min(this.failures, AGAIN.length - 1)];
    this.failures += 1;
    this.waiting ??= setTimeout(() => this.send(), wait);
    say(
      UNSENT[status] ??
        'Nothing can be saved right now. What you write is kept on this device, and sent once it can.',
    );
  }

  /** Takes over what the server kept, without touching what was typed since. */
  take(sent, kept) {
    for (const field of this.fields) {
      if (this.get(field) === sent[field]) this.set(field, kept[field]);
      this.was(field).value = kept[field];
    }
    this.place.dataset.version = kept.version;
  }

  /** What an earlier page could not send, in its fields again. */
  restore(mine, was, version) {
    for (const field of this.fields) {
      this.set(field, mine[field]);
      this.was(field).value = was[field];
    }
    this.place.dataset.version = version;
  }

  /** What the other side wrote. A field that is being changed here stays; sending it brings both together. */
  takeRemote(row) {
    if (this.conflict || this.sending || row.version <= this.version()) return;
    let apart = false;
    for (const field of this.fields) {
      const was = this.was(field);
      if (this.get(field) === was.value) {
        this.set(field, row[field]);
        was.value = row[field];
      } else if (row[field] !== was.value) {
        apart = true;
      }
    }
    if (!apart) this.place.dataset.version = row.version;
  }

  showConflict(mine, was, theirs) {
    const fields = this.fields.filter(
      (field) => mine[field] !== was[field] && theirs[field] !== was[field] && mine[field] !== theirs[field],
    );
    const box = this.place.querySelector('[data-conflict]');
    this.conflict = true;
    const settle = (theirsWins) => {
      this.conflict = false;
      for (const field of this.fields) {
        const untouched = this.get(field) === this.was(field).value;
        if (untouched || (theirsWins && fields.includes(field))) this.set(field, theirs[field]);
        this.was(field).value = theirs[field];
      }
      this.place.dataset.version = theirs.version;
      box.replaceChildren();
      this.place.querySelector('textarea')?.focus();
      if (this.isDirty()) this.changed();
      else forget(this.address);
    };
    const quotes = fields.map((field) =>
      element('blockquote', { dir: 'auto', class: 'plain-text' }, theirs[field] || '—'),
    );
    const buttons = element('div', { class: 'buttons' });
    buttons.append(
      button('Keep what I wrote', () => settle(false)),
      button('Take this instead', () => settle(true)),
    );
    const banner = element('div', { role: 'alert', class: 'banner attention' });
    banner.append(element('p', {}, box.dataset.conflict), ...quotes, buttons);
    box.replaceChildren(banner);
  }
}

async function put(address, change) {
  try {
    const answer = await fetch(address, {
      method: 'PUT',
      keepalive: true,
      headers: {
        'content-type': 'application/json',
        'x-cairn-token': form.querySelector('[name="token"]').value,
      },
      body: JSON.stringify(change),
    });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  } catch {
    return { status: 0 };
  }
}

function keep(address, change) {
  try {
    localStorage.setItem(`${prefix}${address}:${page}`, JSON.stringify({ address, ...change }));
  } catch {
    // Full, or forbidden: the page still saves while it is connected.
  }
}

function forget(address) {
  try {
    localStorage.removeItem(`${prefix}${address}:${page}`);
  } catch {
    // As above.
  }
}

/** What earlier pages could not send, oldest first. */
function unsent() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix) && !key.endsWith(`:${page}`))
      .map((key) => ({ key, text: localStorage.getItem(key), ...JSON.parse(localStorage.getItem(key)) }))
      .sort((a, b) => a.at - b.at);
  } catch {
    return [];
  }
}

/** What is written in one place: the answers of a preparation, or the rows of a talk. */
function kindOf(address) {
  return address.replace(/\/(answers|rows)\/.*$/, '/$1');
}

/** Sends it now: into its fields where the page has them, past them where another of the same kind has. */
async function sendUnsent() {
  const kinds = new Set(savers.map(({ address }) => kindOf(address)));
  for (const { key, text, address, mine, was, version, at } of unsent()) {
    const done = () => {
      // Its own page, in another tab, may have gone on writing.
      if (localStorage.getItem(key) === text) localStorage.removeItem(key);
    };
    if (at < Date.now() - DAYS_KEPT * 86_400_000) {
      done();
      continue;
    }
    // An answer goes out while a view is prepared: once it is submitted, its form has brought it, and the door is shut.
    if (!kinds.has(kindOf(address))) continue;
    const saver = savers.find((one) => one.address === address);
    const shown = saver?.mine();
    const { status, body } = await put(address, { mine, was, version });
    if (status === 200) {
      saver?.take(shown, body);
      done();
    } else if (saver) {
      saver.restore(mine, was, version);
      if (status === 409) saver.showConflict(mine, was, body);
      saver.changed();
      done();
    }
  }
}

function say(text) {
  if (said && said.textContent !== text) said.textContent = text;
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function button(label, act) {
  const made = element('button', { type: 'button', class: 'button small' }, label);
  made.addEventListener('click', act);
  return made;
}

const savers = form ? [...form.querySelectorAll('[data-saves]')].map((place) => new Saver(place)) : [];
if (form) sendUnsent();
addEventListener('online', () => {
  for (const saver of savers) if (saver.isDirty()) saver.send();
});
addEventListener('pagehide', () => {
  for (const saver of savers) if (saver.isDirty()) saver.send();
});
