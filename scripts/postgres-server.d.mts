/** A throw-away PostgreSQL server for tests. */
export interface Server {
  /** A superuser's. */
  url: string;
  version: string;
  /** Ends it at once, as a crash does, and keeps its data. */
  down(): Promise<void>;
  /** Starts it again after `down`. */
  up(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export function startPostgres(): Promise<Server | { skipped: string }>;
