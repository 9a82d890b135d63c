/** Accounts and every way in, and the mail that leads there. */
import type { Generated } from 'kysely';

export interface SignInTables {
  account: AccountTable;
  session: SessionTable;
  credential: CredentialTable;
  verification: VerificationTable;
  passkey: PasskeyTable;
  two_factor: TwoFactorTable;
  second_factor_removal: SecondFactorRemovalTable;
  rate_limit: RateLimitTable;
  set_up_key: SetUpKeyTable;
  invitation: InvitationTable;
  sign_up: SignUpTable;
  personal_token: PersonalTokenTable;
  mail: MailTable;
}

interface AccountTable {
  id: string;
  person_id: string | null;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  two_factor_enabled: boolean | null;
  created_at: Date;
  updated_at: Date;
}

interface SessionTable {
  id: string;
  account_id: string;
  token: string;
  ip_address: string | null;
  user_agent: string | null;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

interface CredentialTable {
  id: string;
  account_id: string;
  provider_id: string;
  provider_account_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  created_at: Date;
  updated_at: Date;
}

interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

interface PasskeyTable {
  id: string;
  account_id: string;
  name: string | null;
  public_key: string;
  credential_id: string;
  counter: number;
  device_type: string;
  backed_up: boolean;
  transports: string | null;
  aaguid: string | null;
  created_at: Date | null;
}

interface TwoFactorTable {
  id: string;
  account_id: string;
  secret: string;
  backup_codes: string;
  verified: boolean | null;
  failed_verification_count: number | null;
  locked_until: Date | null;
}

interface SecondFactorRemovalTable {
  id: string;
  person_id: string;
  administrator_id: string;
  reason: string;
  removed_at: Date;
}

interface RateLimitTable {
  key: string;
  points: Generated<number>;
  expire: number | null;
}

interface SetUpKeyTable {
  digest: string;
  person_id: string | null;
  created_at: Date;
  expires_at: Date;
}

interface InvitationTable {
  id: string;
  person_id: string;
  email: string;
  digest: string;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
}

interface SignUpTable {
  digest: string;
  name: string;
  email: string;
  created_at: Date;
  expires_at: Date;
}

interface PersonalTokenTable {
  id: string;
  person_id: string;
  name: string;
  digest: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date;
}

interface MailTable {
  id: string;
  person_id: string | null;
  address: string;
  kind: string;
  subject: string | null;
  body: string | null;
  calendar: string | null;
  created_at: Date;
  next_try_at: Date;
  tries: Generated<number>;
  failure: string | null;
  sent_at: Date | null;
  given_up_at: Date | null;
}
