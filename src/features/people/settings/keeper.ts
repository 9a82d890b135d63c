import type { Executor } from '../../../db/schema.ts';
import { FEEDBACK_LIMIT } from '../../../domain/feedback.ts';

/** What an administrator sets for everybody. */
export interface InstallationSettings {
  /** What the organisation is called. */
  organisation: string | null;
  /** Whether visitors read published frameworks without signing in. */
  visitors: 'read' | 'nobody';
  /** How often anybody is asked for feedback in a quarter at the most; the database holds it. */
  'feedback-limit': string;
}

export type SettingKey = keyof InstallationSettings;

/** Keeps the settings in memory: they are asked on every request of a visitor. */
export class SettingsKeeper {
  readonly #db: Executor;
  #known: InstallationSettings | undefined;

  /** @param db as the role of requests */
  constructor(db: Executor) {
    this.#db = db;
  }

  /** As last read; undefined before the first time. What to ask inside a visit, whose transaction must not be waited for. */
  get known(): InstallationSettings | undefined {
    return this.#known;
  }

  async current(): Promise<InstallationSettings> {
    return this.#known ?? this.refresh();
  }

  /** Reads them again. A failure leaves the last ones in force and is thrown. */
  async refresh(): Promise<InstallationSettings> {
    const rows = await this.#db.selectFrom('setting').select(['key', 'value']).execute();
    const values = new Map(rows.map(({ key, value }) => [key, value]));
    this.#known = {
      organisation: values.get('organisation') || null,
      visitors: values.get('visitors') === 'nobody' ? 'nobody' : 'read',
      'feedback-limit': values.get('feedback-limit') ?? String(FEEDBACK_LIMIT),
    };
    return this.#known;
  }
}
