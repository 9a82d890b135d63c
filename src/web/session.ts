/** Who is signed in, as pages know them. How they signed in is for the feature that hands the sessions over. */
import type { Context } from 'hono';

/** An open session: whose it is, and what binds forms to it. */
export interface Session {
  /** Id of the person. */
  person: string;
  /** Id of the session, or of the token. */
  id: string;
  /** Whether a browser's cookie or the personal token of a program opened it. */
  kind: 'browser' | 'token';
  /** What forms are bound to; never shown itself. */
  secret: string;
  /** When somebody signed in, as an instant. Consequential changes ask for a fresh one. */
  since: Date;
}

export interface Sessions {
  /** The session that a request belongs to; undefined for a visitor. Keeps its cookie alive where that is due. */
  of(c: Context): Promise<Session | undefined>;
  /** The cookie whose holder may be signed in. */
  cookie: string;
}

/** The person who looks, and what they are to this installation. */
export interface Viewer extends Session {
  name: string;
  administrator: boolean;
  /** Whether somebody reports to them today, or to somebody whose deputy they are. */
  manages: boolean;
  /** Whether they are head of a part of the reporting line. */
  head: boolean;
  /** Ids of the frameworks that they are a steward of. */
  stewardOf: ReadonlySet<string>;
}
