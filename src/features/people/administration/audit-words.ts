/** What was done to accounts, people and settings, in words. `ABOUT` stands for the person whom it was about. */
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
  'break-glass.ended': 'gave back a record of ABOUT that was opened by breaking the glass',
};

/** The parts of a sentence around the person whom it is about. What other features record is told as they call it. */
export function verbInWords(verb: string): { before: string; after: string; namesSomebody: boolean } {
  const sentence = SETTINGS_VERBS[verb];
  if (sentence === undefined)
    return { before: `did “${verb.replace('.', ' ')}”`, after: '', namesSomebody: false };
  const [before = '', after = ''] = sentence.split('ABOUT');
  return { before, after, namesSomebody: sentence.includes('ABOUT') };
}
