import type { Page } from '../../../web/page.ts';
import { type AdministeredAccount, MOST_SHOWN } from '../administration-queries.ts';
import { administrationPage, Finder } from './administration-page.tsx';
import { When } from './when.tsx';

const PLACE = '/administration/accounts';

export function accountsPage(shown: {
  accounts: readonly AdministeredAccount[];
  wanted: string;
  now: Date;
}): Page {
  const { accounts, wanted, now } = shown;
  return administrationPage({
    place: PLACE,
    title: 'Accounts',
    lede: 'Who can sign in, and how. What they keep here is theirs: administrators do not see it.',
    children: (
      <>
        <Finder action={PLACE} wanted={wanted} label="Find by name or address" />
        {accounts.length === 0 && <p>Nobody with an account has “{wanted}” in their name or address.</p>}
        <ul class="records">
          {accounts.slice(0, MOST_SHOWN).map((account) => (
            <li key={account.person}>
              <div>
                <p>
                  <a href={`${PLACE}/${account.person}`}>{account.name}</a>{' '}
                  <span class="quiet">{account.email}</span>
                </p>
                <p class="quiet">
                  <WaysIn account={account} /> <LastSeen account={account} now={now} />
                </p>
              </div>
            </li>
          ))}
        </ul>
        {accounts.length > MOST_SHOWN && (
          <p class="quiet">The first {MOST_SHOWN} are shown. Find others by typing.</p>
        )}
      </>
    ),
  });
}

/** "Password, second factor, 2 passkeys." */
export function WaysIn({ account }: { account: AdministeredAccount }) {
  const { password, secondFactor, passkeys, verified, leftOn } = account;
  const ways = [
    ...(password ? ['password'] : []),
    ...(passkeys > 0 ? [passkeys === 1 ? 'one passkey' : `${passkeys} passkeys`] : []),
    ...(password || passkeys > 0 ? [] : ['link by mail']),
    secondFactor ? 'second factor' : 'no second factor',
    ...(verified ? [] : ['address not shown to be theirs']),
    ...(leftOn === null ? [] : ['has left, and can no longer sign in']),
  ].join(', ');
  return <>{`${ways[0]?.toUpperCase()}${ways.slice(1)}.`}</>;
}

export function LastSeen({ account: { lastSeen }, now }: { account: AdministeredAccount; now: Date }) {
  if (lastSeen === null) return <>Not signed in anywhere.</>;
  return (
    <>
      Last seen <When at={lastSeen} now={now} />.
    </>
  );
}
