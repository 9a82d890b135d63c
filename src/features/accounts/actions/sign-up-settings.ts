/** Who may join without an invitation: nobody, unless an administrator opens it to addresses of some domains. */
import type { Executor } from '../../../db/schema.ts';

export interface SignUpSettings {
  open: boolean;
  /** In lower case, e.g. `example.org`. Not those below them. */
  domains: string[];
}

const MODE = 'sign-up';
const DOMAINS = 'sign-up-domains';

/** @param db any role: pages ask before anybody has signed in */
export async function signUpSettings(db: Executor): Promise<SignUpSettings> {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', [MODE, DOMAINS])
    .execute();
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const domains = (values.get(DOMAINS) ?? '').split(' ').filter((domain) => domain !== '');
  return { open: values.get(MODE) === 'domain' && domains.length > 0, domains };
}

/** @param db the transaction of an administrator */
export async function changeSignUp(
  db: Executor,
  { open, domains }: SignUpSettings,
  now: Date,
): Promise<void> {
  const rows = [
    { key: MODE, value: open ? 'domain' : 'closed', changed_at: now },
    { key: DOMAINS, value: domains.join(' '), changed_at: now },
  ];
  await db
    .insertInto('setting')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        value: row.ref('excluded.value'),
        changed_at: row.ref('excluded.changed_at'),
      })),
    )
    .execute();
}

/** The domains that somebody typed, on lines or with commas; what is none is named. */
export function readDomains(typed: string): { domains: string[]; wrong: string | undefined } {
  const domains = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((domain) => domain.replace(/^@/, ''))
        .filter((domain) => domain !== ''),
    ),
  ];
  const wrong = domains.find(
    (domain) => !/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain),
  );
  return { domains, wrong };
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
