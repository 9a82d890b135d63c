/**
 * Keeps what is typed into a note in this browser until it is saved: through a lost connection, a closed tab and an ended
 * session. It goes when its writer signs out, and when somebody else signs in.
 */
const DRAFT = 'cairn.draft.';
const PERSON = 'cairn.person';

/** Kept texts, by the field they are of: `new`, or the id of a piece of evidence. */
export const drafts = {
  all: () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(DRAFT))
      .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) })),
  /** Newest first. */
  of: (field) =>
    drafts
      .all()
      .filter((draft) => draft.field === field)
      .sort((a, b) => b.at - a.at),
  drop: (which) => {
    for (const draft of drafts.all()) if (which(draft)) localStorage.removeItem(draft.key);
  },
  forgetEverything: () => {
    drafts.drop(() => true);
    localStorage.removeItem(PERSON);
  },
};

/** Who is signed in, or undefined. What another person left in this browser is removed. @throws without a connection */
export async function whoIsIt() {
  const answer = await fetch('/api/session');
  if (!answer.ok) return undefined;
  const who = await answer.json();
  localStorage.setItem(PERSON, who.person);
  drafts.drop(({ person }) => person !== who.person);
  return who;
}

/** The same, where it is enough to know if it can be known. */
export function whoIfKnown() {
  return whoIsIt().catch(() => undefined);
}

/** One form's text, from the first letter until it is saved. */
export class Keeper {
  constructor(form) {
    this.form = form;
    this.field = form.dataset.draft;
    this.area = form.elements.text;
    this.id = this.field === 'new' ? (form.elements.id?.value ?? newId()) : this.field;
    this.area.addEventListener('input', () => this.keep());
    this.area.addEventListener('focus', () => this.askWho(), { once: true });
    if (document.activeElement === this.area) this.askWho();
  }

  /** Whose text it is: of whoever is signed in when they turn to the field, whoever may sign in later. */
  async askWho() {
    this.person ??= (await whoIfKnown())?.person;
    if (this.area.value !== this.area.defaultValue) this.keep();
  }

  keep(more = {}) {
    const person = this.person ?? localStorage.getItem(PERSON);
    const text = this.area.value;
    // Another tab went on with the same text: each keeps its own.
    if (this.key !== undefined && this.written !== localStorage.getItem(this.key)) this.key = undefined;
    if (text.trim() === '') this.forget();
    if (text.trim() === '' || person === null) return;
    this.key ??= DRAFT + newId();
    this.written = JSON.stringify({ field: this.field, id: this.id, person, text, at: Date.now(), ...more });
    localStorage.setItem(this.key, this.written);
  }

  /** Puts a text back that was typed before and never saved. */
  take({ key, text, id }) {
    this.area.value = text;
    this.key = key;
    this.written = localStorage.getItem(key);
    if (this.field === 'new') this.rename(id);
  }

  /** Begins anew, once it is saved or thrown away. */
  clear() {
    this.forget();
    this.area.value = '';
    if (this.field === 'new') this.rename(newId());
  }

  /** The id is sent with the text, so that sending it twice notes it once. */
  rename(id) {
    this.id = id;
    if (this.form.elements.id) this.form.elements.id.value = id;
  }

  forget() {
    if (this.key !== undefined) localStorage.removeItem(this.key);
    this.key = undefined;
    this.written = undefined;
  }
}

/** A UUIDv7, which sorts by when it was made. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = (bytes[6] & 15) | 0x70;
  bytes[8] = (bytes[8] & 63) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
