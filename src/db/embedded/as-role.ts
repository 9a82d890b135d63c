import type { PGlite as DialectPGlite, PGliteQueryResults, PGliteTransaction } from 'kysely';

/**
 * The embedded database as one role. It has a single session, so the role is taken at the start of each transaction,
 * and a query outside of one gets a transaction of its own.
 */
export class AsRole implements DialectPGlite {
  readonly #pglite: DialectPGlite;
  /** Not `set_config` in a select, after which a transaction may no longer choose its isolation. */
  readonly #become: string;

  /** @param role name of the role; undefined for whoever opened the session */
  constructor(pglite: DialectPGlite, role: string | undefined) {
    this.#pglite = pglite;
    this.#become = `set local role ${role === undefined ? 'none' : `"${role.replaceAll('"', '""')}"`}`;
  }

  get ready(): boolean {
    return this.#pglite.ready;
  }

  get closed(): boolean {
    return this.#pglite.closed;
  }

  get waitReady(): Promise<void> {
    return this.#pglite.waitReady;
  }

  query<T>(
    ...[text, parameters, options]: Parameters<DialectPGlite['query']>
  ): Promise<PGliteQueryResults<T>> {
    return this.transaction((open) => open.query<T>(text, parameters, options));
  }

  transaction<T>(work: (transaction: PGliteTransaction) => Promise<T>): Promise<T> {
    return this.#pglite.transaction(async (open) => {
      await open.query(this.#become, []);
      return work(open);
    });
  }

  /** The session belongs to whoever opened it. */
  async close(): Promise<void> {}
}
