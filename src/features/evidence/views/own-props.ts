import type { Evidence, Ruling } from '../../../domain/evidence.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { AskMade } from '../confirm/queries.ts';
import type { SpokenTo } from '../expectations.ts';
import type { Reader } from '../queries/standing.ts';
import type { DoneWord } from './addresses.ts';

/** Everything that the owner's page of a piece of evidence shows. */
export interface OwnProps {
  evidence: Evidence;
  spoken: readonly SpokenTo[];
  /** Who reads what is shared. */
  readers: readonly Reader[];
  /** Names to help with saying whom it helped. */
  names: readonly string[];
  /** Who offered it, where somebody did who is still here. */
  offeredBy?: { name: string } | undefined;
  /** Whom they asked to confirm it. */
  asks: readonly AskMade[];
  now: Date;
  mayTakeBack: Ruling;
  token: string;
  today: string;
  done?: DoneWord | undefined;
  /** Of a form of the page that was sent and not taken, with what was typed into it. */
  errors?: readonly FieldError[];
  typed?: Readonly<Record<string, string>>;
}

/** What the forms of the page need. */
export interface Adding {
  /** Id of the piece. */
  evidence: string;
  token: string;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}
