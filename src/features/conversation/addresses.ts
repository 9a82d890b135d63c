/** The addresses of this feature's pages, in one place. */

export const CONVERSATIONS = '/conversations';

/** @param part what of the conversation, e.g. `prepare` */
export function talkAddress(id: string, part?: string): string {
  return part === undefined ? `${CONVERSATIONS}/${id}` : `${CONVERSATIONS}/${id}/${part}`;
}

/** Begins a conversation. @param about `framework/level`, where that was chosen */
export function startAddress(withPerson?: string, about?: string): string {
  const query = new URLSearchParams({
    ...(withPerson === undefined ? {} : { with: withPerson }),
    ...(about === undefined ? {} : { about }),
  }).toString();
  return `${CONVERSATIONS}/new${query === '' ? '' : `?${query}`}`;
}

/** One expectation on its own. @param place its place, from 1 */
export function placeAddress(id: string, place: number): string {
  return talkAddress(id, `prepare/${place}`);
}

/** Where a script saves an answer. */
export function answerAddress(id: string, expectation: string, point?: string): string {
  const parts = [expectation, ...(point === undefined || point === '' ? [] : [point])];
  return `/api${talkAddress(id, 'answers')}/${parts.map(encodeURIComponent).join('/')}`;
}

/** The conversations of somebody through time. */
export function pathAddress(person: string): string {
  return `${CONVERSATIONS}/of/${person}`;
}

/** The same page with something to say at its head. */
export function afterwards(address: string, done: string): string {
  const [path = '', anchor] = address.split('#', 2);
  return `${path}${path.includes('?') ? '&' : '?'}done=${done}${anchor === undefined ? '' : `#${anchor}`}`;
}
