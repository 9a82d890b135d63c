import { v7 } from 'uuid';

/**
 * A new UUIDv7. Ids of one process sort in the order in which they were made, also within a millisecond and where the
 * clock was set back, so what is written at one moment keeps its order. Made here and not in the database, because
 * PostgreSQL 15 to 17 have no function for it.
 */
export function newId(): string {
  return v7();
}

/** Whether a text from outside is an id at all: a query with one that is none would fail. */
export function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
