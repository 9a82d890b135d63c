/** The addresses of questions about a wording. */

export const QUESTIONS_ADDRESS = '/questions';

/** The stewards' page. */
export const STEWARDS_ADDRESS = '/stewards';

/** @param part what a form on its page creates, e.g. `answers` */
export function questionAddress(id: string, part?: 'answers' | 'visibility'): string {
  return part === undefined ? `${QUESTIONS_ADDRESS}/${id}` : `${QUESTIONS_ADDRESS}/${id}/${part}`;
}
