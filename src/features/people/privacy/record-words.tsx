/** Records by what people call them, and where they are. */

/** Kinds of records that can be opened by breaking the glass, by the beginning of their address. */
const RECORDS: Readonly<Record<string, { address: string; called: string }>> = {
  evidence: { address: '/evidence/', called: 'a piece of evidence' },
};

export interface MeantRecord {
  kind: string;
  id: string;
}

/** The record that an address of this installation is of, whatever site it was copied from. */
export function recordAt(typed: string): MeantRecord | undefined {
  const path = URL.canParse(typed.trim()) ? new URL(typed.trim()).pathname : typed.trim();
  for (const [kind, { address }] of Object.entries(RECORDS)) {
    const id = path.startsWith(address) ? path.slice(address.length).replace(/\/$/, '') : '';
    if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return { kind, id: id.toLowerCase() };
  }
  return undefined;
}

/** What a record is called, with the way to it where it has one. */
export function RecordLink({ kind, id }: MeantRecord) {
  const known = RECORDS[kind];
  if (known === undefined) return <>a record ({kind})</>;
  return <a href={known.address + id}>{known.called}</a>;
}

const OPENED: Readonly<Record<string, string>> = {
  'level.opened': 'your level and its history',
  'plan.opened': 'your objectives and actions',
  'objective.opened': 'one of your objectives',
  'action.opened': 'one of your actions',
  'shared-learning.opened': 'the learning and qualifications that you share',
  'qualification.opened': 'the file of a qualification that you share',
  'shared-evidence.opened': 'the evidence that you share',
  'evidence-file.opened': 'a file of your evidence',
  'confirmation.opened': 'what you asked them to confirm',
  'question.opened': 'what you asked about a wording',
};

/** What somebody opened, as its owner reads it. */
export function Opened({ verb, subject }: { verb: string; subject: string }) {
  const words = OPENED[verb];
  if (words !== undefined) return <>{words}</>;
  const [kind = '', id = ''] = subject.split(':');
  if (verb === 'break-glass.opened') {
    return (
      <>
        <RecordLink kind={kind} id={id} /> to themselves by breaking the glass
      </>
    );
  }
  return RECORDS[kind] === undefined ? (
    <>something of yours ({verb.replace(/\.opened$/, '')})</>
  ) : (
    <RecordLink kind={kind} id={id} />
  );
}
