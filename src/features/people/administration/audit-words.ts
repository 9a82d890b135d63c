/** What was done to accounts, people and settings, in words. `ABOUT` stands for the person whom it was about; a sentence
 * that begins with it tells of what they did themselves. */
export const SETTINGS_VERBS: Readonly<Record<string, string>> = {
  'person.entered': 'added ABOUT to the directory',
  'person.changed': 'changed what is known of ABOUT',
  'person.left': 'let ABOUT leave',
  'person.returned': 'took ABOUT in again',
  'person.erased': 'erased ABOUT',
  'team.moved': 'changed the team of ABOUT',
  'manager.changed': 'changed the line manager of ABOUT',
  'level.imported': 'set the level of ABOUT by an import',
  'people.imported': 'imported people from a spreadsheet',
  'people.exported': 'exported the directory',
  'team.added': 'added a team',
  'team.renamed': 'renamed a team',
  'team.removed': 'removed a team',
  'administrator.given': 'made ABOUT administrator',
  'administrator.ended': 'ended the role of ABOUT as administrator',
  'headship.given': 'made ABOUT head of operations',
  'headship.ended': 'ended the role of ABOUT as head of operations',
  'stewardship.given': 'made ABOUT steward of a framework',
  'stewardship.ended': 'ended the role of ABOUT as steward of a framework',
  'reach.added': 'said whose reporting line a framework is for',
  'reach.removed': 'took back whose reporting line a framework is for',
  'setting.changed': 'changed a setting',
  'person.invited': 'invited ABOUT',
  'person.joined': 'ABOUT joined',
  'administrator.entered': 'ABOUT became administrator by the link for setting up',
  'sign-up.changed': 'changed who may join',
  'mail.tried-again': 'had a mail sent again that was given up',
  'password-link.sent': 'sent ABOUT a link for a new password',
  'password.changed': 'changed the password of ABOUT',
  'password.reset': 'set a new password for ABOUT by a link',
  'passkey.added': 'added a passkey for ABOUT',
  'passkey.removed': 'removed a passkey of ABOUT',
  'second-factor.added': 'set up a second factor for ABOUT',
  'second-factor.removed': 'removed the second factor of ABOUT',
  'recovery-codes.renewed': 'made new recovery codes for ABOUT',
  'personal-token.made': 'made a token for a program of ABOUT',
  'personal-token.ended': 'ended a token of a program of ABOUT',
  'session.opened': 'ABOUT signed in',
  'session.ended': 'ended a session of ABOUT',
  'sign-in.failed-often': 'saw too many failed attempts to sign in as ABOUT',
  'break-glass.ended': 'gave back a record of ABOUT that was opened by breaking the glass',
};

export interface VerbInWords {
  before: string;
  after: string;
  /** Whether the person whom it was about stands between the two. */
  namesSomebody: boolean;
  /** Whether they did it themselves, so that nobody else is named. */
  byThem: boolean;
}

/** The parts of a sentence around the person whom it is about. What other features record is told as they call it. */
export function verbInWords(verb: string): VerbInWords {
  const sentence = SETTINGS_VERBS[verb] ?? `did “${verb.replace('.', ' ')}”`;
  const [before = '', after = ''] = sentence.split('ABOUT');
  return { before, after, namesSomebody: sentence.includes('ABOUT'), byThem: sentence.startsWith('ABOUT') };
}
