/** The progression conversation: begun, prepared apart, revealed, talked about, agreed, and kept. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { mountHistory } from './history/routes.tsx';
import { mountAnswers } from './preparing/api.ts';
import { mountPreparing } from './preparing/routes.tsx';
import { mountRecord } from './record/routes.tsx';
import { mountStarting } from './starting/routes.tsx';
import { mountRows } from './talking/api.ts';
import { mountTalking } from './talking/routes.tsx';

export function conversationDoors(room: Room<Schema>): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  // Before the pages of single conversations, whose ids their addresses would otherwise be taken for.
  mountHistory(doors, room);
  mountStarting(doors, room);
  mountPreparing(doors, room);
  mountAnswers(doors, room);
  mountTalking(doors, room);
  mountRows(doors, room);
  mountRecord(doors, room);
  return doors;
}
