import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Viewer } from '../../../web/session.ts';
import type { DoneWord } from '../views/done.ts';
import type { Subject } from '../visits.ts';
import type { Action, ActionChanged } from './queries.ts';

/** Everything that the page of an action shows. */
export interface ActionShown {
  action: Action;
  changes: readonly ActionChanged[];
  subject: Subject;
  published: PublishedFrameworks;
  viewer: Viewer;
  token: string;
  done?: DoneWord | undefined;
  /** Of a form of the page that was sent and not taken, with what was typed into it. */
  errors?: readonly FieldError[];
  typed?: Readonly<Record<string, string>>;
}
