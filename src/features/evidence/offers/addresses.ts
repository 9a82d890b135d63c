/** The addresses of offers. */

export const OFFERS = '/offers';

/** @param part what a form on its page creates */
export function offerAddress(id: string, part?: 'acceptance' | 'refusal' | 'withdrawal'): string {
  return part === undefined ? `${OFFERS}/${id}` : `${OFFERS}/${id}/${part}`;
}

/** Where somebody writes a note for a person. */
export function newOfferAddress(person: string): string {
  return `${offersToAddress(person)}/new`;
}

/** What the form there creates. */
export function offersToAddress(person: string): string {
  return `/people/${person}/offers`;
}
