/** Files that evidence takes. What a file is, its content says. */

export { isPicture, typeOf } from '../../web/file-type.ts';

/** As a field's `accept` names them. */
export const ACCEPTED =
  '.png,.jpg,.jpeg,.pdf,.txt,.md,.log,.csv,image/png,image/jpeg,application/pdf,text/plain';

export const ACCEPTED_IN_WORDS = 'PNG, JPEG, PDF or plain text';
