/** The tables as Kysely types them. One column of `migrations/*.sql` is one property; meanings stand in the SQL. */
import type { Kysely } from 'kysely';
import type { ConversationTables } from './tables/conversation.ts';
import type { EvidenceTables } from './tables/evidence.ts';
import type { FrameworkTables } from './tables/framework.ts';
import type { PeopleTables } from './tables/people.ts';
import type { PlanTables } from './tables/plan.ts';
import type { SignInTables } from './tables/sign-in.ts';

export interface Schema
  extends FrameworkTables,
    PeopleTables,
    SignInTables,
    EvidenceTables,
    PlanTables,
    ConversationTables {}

/** What every query function takes first: the database, or the transaction that is open. */
export type Executor = Kysely<Schema>;
