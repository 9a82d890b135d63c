/** Whether a text can be the id of a row: the database refuses to compare any other with one. */
export function isUuid(text: string | undefined): text is string {
  return text !== undefined && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
}
