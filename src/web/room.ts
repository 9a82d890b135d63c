import type { Kysely } from 'kysely';
import type { PublishedFrameworks } from '../domain/published.ts';
import type { DoorDependencies } from './doors.ts';

/** What every feature about people is given. `S`: the tables. */
export interface Room<S> extends DoorDependencies<S> {
  /** As the role of requests. Sees nothing about anybody outside of a visit. */
  db: Kysely<S>;
  /** What is released now. */
  published(): Promise<PublishedFrameworks>;
}
