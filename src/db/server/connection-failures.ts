import { CairnError } from '../../domain/errors.ts';
import { errorCode } from '../failures.ts';
import { describeUrl } from './url.ts';

/** Why a server could not be reached, and what to do about it. */
export function explainConnection(url: string, error: unknown): CairnError {
  const [problem, remedy] = explain(error);
  return new CairnError(
    'unavailable',
    `Tried the database of DATABASE_URL at ${describeUrl(url)}: ${problem}.`,
    remedy,
    { cause: error },
  );
}

function explain(error: unknown): [problem: string, remedy: string] {
  const message = error instanceof Error ? error.message : String(error);
  const code = errorCode(error) ?? '';
  if (TLS_WANTED.test(message)) {
    return ['the server accepts only encrypted connections', 'Add ?sslmode=verify-full to DATABASE_URL.'];
  }
  if (TLS_ABSENT.test(message)) {
    return [
      'the server does not offer encrypted connections',
      'Take sslmode out of DATABASE_URL, or switch TLS on at the server.',
    ];
  }
  if (code.startsWith('ERR_TLS') || /CERT|SELF_SIGNED|VERIFY_LEAF/.test(code)) {
    return [
      `the server's certificate was not accepted (${message})`,
      'Add &sslrootcert=/path/to/ca.pem to DATABASE_URL, or let its host be the name that the certificate is for.',
    ];
  }
  if (/timeout/i.test(message)) return TIMED_OUT;
  return (
    BY_CODE[code] ?? [
      message || code || 'it did not answer',
      'Check the address and the server, and start again.',
    ]
  );
}

const TLS_WANTED = /no pg_hba\.conf entry.*no encryption|SSL connection is required|SSL.*required/i;
const TLS_ABSENT = /does not support SSL/i;

const TIMED_OUT: [string, string] = [
  'no answer within 10 seconds',
  'Check host and port, and that no firewall stands between.',
];

const NO_SERVER: [string, string] = [
  'nothing answers there (connection refused)',
  'Start the server, and check host and port.',
];

const UNKNOWN_HOST: [string, string] = ['there is no host of that name', 'Check the host in DATABASE_URL.'];

const NOT_LET_IN: [string, string] = [
  'the server does not let this user in',
  'Check user and password in DATABASE_URL (special characters escaped: @ as %40), and the rules in pg_hba.conf.',
];

const BY_CODE: Record<string, [string, string]> = {
  ECONNREFUSED: NO_SERVER,
  ENOENT: ['there is no such socket', 'Start the server, and check the folder of its socket.'],
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  ETIMEDOUT: TIMED_OUT,
  EHOSTUNREACH: TIMED_OUT,
  ENETUNREACH: TIMED_OUT,
  '28P01': NOT_LET_IN,
  '28000': NOT_LET_IN,
  '3D000': [
    'there is no database of that name on the server',
    'Create it (createdb), or correct the name at the end of DATABASE_URL.',
  ],
  '42501': ['this user may not connect to that database', 'Grant it: grant connect on database ... to ...'],
  '53300': [
    'the server has no connection left',
    'Raise max_connections at the server, or end other programs that use it.',
  ],
  '57P03': ['the server is starting up or shutting down', 'Wait a moment and start again.'],
};
