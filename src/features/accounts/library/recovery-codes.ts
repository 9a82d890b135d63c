import type { Auth } from './auth.ts';

/** The codes that are left, e.g. right after they were made. */
export async function recoveryCodes(auth: Auth, account: string): Promise<string[]> {
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: account } });
  return backupCodes;
}

/** How many are left; undefined where they cannot be read, because they were sealed with another secret. */
export async function recoveryCodesLeft(auth: Auth, account: string): Promise<number | undefined> {
  return recoveryCodes(auth, account).then(
    ({ length }) => length,
    () => undefined,
  );
}
