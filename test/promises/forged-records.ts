/** What somebody might want to have agreed, beside what both signed. */
import { type AgreedRecord, recordText } from '../../src/domain/agreed-record.ts';
import { digest } from '../../src/formats/index.ts';
import { idOf } from '../world.ts';

/** Columns of `agreed_record`. */
interface Row {
  document?: string;
  digest?: string;
  person_id?: string;
  manager_id?: string;
  agreed_at?: Date;
}

/** By what is forged. @param document of an honest record of three rows: agreed, seen differently and left open */
export function forgeriesOf(document: string): [string, Row][] {
  return [
    ...Object.entries(COLUMNS),
    [
      'a moment at which nobody signed',
      { ...changed(document, ANOTHER_MOMENT), agreed_at: new Date(MOMENT) },
    ],
    ...Object.entries(CHANGES).map(([forged, change]): [string, Row] => [forged, changed(document, change)]),
  ];
}

/** The same record in words of a framework that JSON can write and the database can't keep as text. */
export function inOddWords(document: string): Row {
  return changed(
    document,
    inRow((row) => Object.assign(row, { statement: 'a nul \u0000, half a pair \ud83d, and \\u0000' })),
  );
}

type Change = (record: AgreedRecord) => unknown;

function changed(document: string, change: Change): Row {
  const record = JSON.parse(document) as AgreedRecord;
  change(record);
  const text = recordText(record);
  if (text === document) throw new Error('nothing was changed');
  return { document: text, digest: digest(text) };
}

/** Changes the first row. */
function inRow(change: (row: AgreedRecord['rows'][number]) => unknown): Change {
  return ({ rows: [row] }) => row && change(row);
}

const MOMENT = '2026-01-05T10:00:00.000Z';
const ANOTHER_MOMENT: Change = (record) => Object.assign(record, { agreedAt: MOMENT });

/** Columns that say something else than the document beside them. */
const COLUMNS: Record<string, Row> = {
  'another digest': { digest: digest('something else') },
  'a digest without what made it': { digest: digest('').slice('sha256:'.length) },
  'another person': { person_id: idOf('colleague') },
  'somebody who did not sign': { manager_id: idOf('colleague') },
  'another moment': { agreed_at: new Date(MOMENT) },
  'no record': { document: '"as agreed"', digest: digest('"as agreed"') },
};

const CHANGES: Record<string, Change> = {
  'another outcome': inRow(({ agreed }) => Object.assign(agreed, { outcome: 'consistently' })),
  'no outcome': inRow(({ agreed }) => delete agreed.outcome),
  'another sentence': inRow(({ agreed }) => Object.assign(agreed, { sentence: 'As I like it.' })),
  'another reason': (record) => Object.assign(record.rows[1]?.agreed.reasons ?? {}, { person: 'None' }),
  'no reasons': (record) => delete record.rows[1]?.agreed.reasons,
  'reasons for what both see the same': inRow(({ agreed }) =>
    Object.assign(agreed, { reasons: { person: '', manager: '' } }),
  ),
  'an outcome of a row left open': ({ rows }) => Object.assign(rows[2]?.agreed ?? {}, { outcome: 'not yet' }),
  'a row less': ({ rows }) => rows.pop(),
  'a row twice': ({ rows }) => rows.push(...rows.slice(0, 1)),
  'a row that nobody talked about': ({ rows }) =>
    rows.push(...rows.slice(2).map((row) => ({ ...row, expectation: 'records-watch' }))),
  'rows that are no list': (record) => Object.assign(record, { rows: { ...record.rows } }),
  'another note in a view': inRow(({ views }) => Object.assign(views.person, { note: 'Not as I said it' })),
  'another stance in a view': inRow(({ views }) => Object.assign(views.manager, { stance: 'not yet' })),
  'an answer to a point that nobody gave': inRow(({ views }) =>
    Object.assign(views.person.points, { one: { note: 'Never said' } }),
  ),
  'something raised that was not': inRow(({ raised }) => raised.push({ by: 'person', why: 'Never said' })),
  'other evidence': inRow(({ evidence: [piece] }) => Object.assign(piece ?? {}, { text: 'Never happened' })),
  'no evidence': inRow((row) => Object.assign(row, { evidence: [] })),
  'another conversation': (record) => Object.assign(record, { conversation: idOf('engineer') }),
  'another edition': (record) => Object.assign(record, { edition: 2 }),
  'another person in it': (record) => Object.assign(record, { person: idOf('colleague') }),
  'another manager in it': (record) => Object.assign(record, { manager: idOf('colleague') }),
  'another release': ({ framework }) => Object.assign(framework, { release: '9.0.0' }),
  'another level': ({ level }) => Object.assign(level, { id: 'watch' }),
  'another moment in it': ANOTHER_MOMENT,
  'another signer': ({ signatures: [one] }) => Object.assign(one ?? {}, { person: idOf('colleague') }),
  'another time of a signature': ({ signatures: [one] }) => Object.assign(one ?? {}, { at: MOMENT }),
  'somebody in whose place nobody signed': ({ signatures: [one] }) =>
    Object.assign(one ?? {}, { inPlaceOf: idOf('colleague') }),
  'a signature less': ({ signatures }) => signatures.pop(),
};
