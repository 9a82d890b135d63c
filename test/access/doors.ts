/** The doors that somebody passes who is signed in, and where each leads in the world of records.ts. */
import type { Hono } from 'hono';
import { mountedDoors } from '../../src/app.ts';
import type { MountedDoor } from '../../src/web/doors.ts';
import { NAMES } from '../world.ts';
import type { Looker } from './kept.ts';
import { PLACES } from './objects.ts';

/** Who passes a door that no object stands behind. */
const PASSES: Record<string, readonly Looker[]> = {
  'signed in': NAMES,
  manager: ['lineManager', 'deputy', 'managersManager', 'head'],
  head: ['head'],
  steward: ['steward'],
  administrator: ['administrator'],
};

/** Doors that everybody passes who holds a link, and pages of signing in: their own tests open them. */
const OPEN = ['everybody', 'holder'];

export interface Leading {
  address: string;
  /** Who finds something there. */
  finders: readonly Looker[];
}

export function doorsOfPeople(app: Hono): MountedDoor[] {
  return mountedDoors(app).filter(({ may }) => !OPEN.includes(may));
}

/** Where a door leads. */
export function addressesOf({ path, may }: MountedDoor): Leading[] {
  const places = PLACES.filter((place) => place.path === path);
  return places.length > 0 ? places : [{ address: path, finders: PASSES[may] ?? [] }];
}
