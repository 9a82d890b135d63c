import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { PublishedFrameworks } from '../domain/published.ts';
import type { DoorDependencies } from './doors.ts';
import type { Viewer } from './session.ts';

/** What every feature about people is given. `S`: the tables. */
export interface Room<S> extends DoorDependencies<S> {
  /** As the role of requests. Sees nothing about anybody outside of a visit. */
  db: Kysely<S>;
  /** What is released now. */
  published(): Promise<PublishedFrameworks>;
}

/** Who asks; undefined for a visitor. For routes that answer visitors too, and never inside a transaction. */
export async function viewerOf<S>(
  c: Context,
  { sessions, enter }: Pick<DoorDependencies<S>, 'sessions' | 'enter'>,
): Promise<Viewer | undefined> {
  const session = await sessions.of(c);
  return session && enter(session, async (viewer) => viewer);
}
