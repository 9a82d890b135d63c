import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Viewer } from '../../../web/session.ts';
import type { DoneWord } from '../views/done.ts';
import type { Subject } from '../visits.ts';
import type { Objective, ObjectiveSaid } from './queries.ts';

/** Everything that the page of an objective shows. */
export interface ObjectiveShown {
  objective: Objective;
  said: readonly ObjectiveSaid[];
  subject: Subject;
  published: PublishedFrameworks;
  viewer: Viewer;
  token: string;
  done?: DoneWord | undefined;
  errors?: readonly FieldError[];
}
