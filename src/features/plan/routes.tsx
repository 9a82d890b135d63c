/** The pages of plans: objectives, actions, learning and qualifications, and what a manager sees of their reports. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { mountCalendar } from './actions/calendar-routes.tsx';
import { mountAction } from './actions/change-routes.tsx';
import { mountActions } from './actions/routes.tsx';
import { mountApi } from './api/routes.ts';
import { mountCadence } from './cadence/routes.tsx';
import type { PlanContributions } from './contributions.ts';
import { mountLearning } from './learning/routes.tsx';
import { mountObjectiveForms } from './objectives/form-routes.tsx';
import { mountObjectives } from './objectives/routes.tsx';
import { mountQualifications } from './qualifications/routes.tsx';
import { mountNotes } from './team/notes-routes.tsx';
import { mountTeam } from './team/routes.tsx';
import { mountSchedule } from './team/schedule-routes.tsx';

export function planDoors(room: Room<Schema>, contributions: PlanContributions = {}): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  mountCalendar(doors, room);
  mountActions(doors, room);
  mountAction(doors, room);
  mountObjectiveForms(doors, room);
  mountObjectives(doors, room);
  mountLearning(doors, room);
  mountQualifications(doors, room);
  mountCadence(doors);
  mountTeam(doors, room, contributions);
  if (contributions.scheduleTalks !== undefined) mountSchedule(doors, contributions.scheduleTalks);
  mountNotes(doors);
  mountApi(doors, room);
  return doors;
}
