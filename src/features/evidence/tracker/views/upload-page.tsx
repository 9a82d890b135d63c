import { ErrorSummary, type FieldError, FileField, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { AroundNavigation } from '../../views/around.tsx';
import { TRACKER, TRACKER_CSV, TRACKER_PREVIEW, TRACKER_XLSX } from '../addresses.ts';

/** The id of the field that holds the file. */
export const FILE = '_file';

/** Where a tracker is brought, and where one's own evidence is taken as one. */
export function uploadPage({ token, errors = [] }: { token: string; errors?: readonly FieldError[] }): Page {
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Bring a tracker`,
    draft: true,
    section: 'my-path',
    left: <AroundNavigation current={TRACKER} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>Bring a tracker</h1>
        <p class="lede">
          The spreadsheet that you have kept becomes evidence here, each row beside the expectation it speaks
          to. First you see what becomes of what, and nothing is written before you say so.
        </p>
        <form method="post" action={TRACKER_PREVIEW} enctype="multipart/form-data">
          <Token token={token} />
          <FileField
            id={FILE}
            name="file"
            label="Your tracker"
            hint="XLSX or CSV of at most 2 MB, with a column for evidence and one for competencies, in any order. Other columns are kept as text."
            errors={errors}
            accept=".xlsx,.xlsm,.csv,.tsv"
            required
          />
          <p class="buttons">
            <button type="submit" class="button">
              See what becomes of it
            </button>
          </p>
        </form>
        <p class="quiet">
          What you bring is private, like whatever you note. The same file twice brings nothing twice.
        </p>
        <section class="part" aria-labelledby="_take">
          <h2 id="_take">Take yours with you</h2>
          <p>
            All your evidence as a tracker, with an empty row for each expectation of your level that nothing
            speaks to yet. It can be brought in again, here or elsewhere, without loss; only files that you
            attached are named and not contained.
          </p>
          <ul class="in-line">
            <li>
              <a href={TRACKER_XLSX}>Workbook (XLSX)</a>
            </li>
            <li>
              <a href={TRACKER_CSV}>CSV</a>
            </li>
          </ul>
        </section>
      </>
    ),
  };
}
