/** A text as the database can keep it: without characters of zero and halves of characters, which nobody can type. */
export function cleaned(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** The same for one line. */
export function cleanedLine(text: string): string {
  return cleaned(text).replace(/\s+/g, ' ').trim();
}
