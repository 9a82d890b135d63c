/** Signing in and out. */
import type { Executor, Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import type { Auth } from './auth.ts';

/** @param db the database as the role of sign-in */
export function accountDoors(room: Room<Schema>, auth: Auth, db: Executor): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  void auth;
  void db;
  return doors;
}
