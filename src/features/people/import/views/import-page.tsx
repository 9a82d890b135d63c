import type { ComponentChildren } from 'preact';
import { CheckboxField, type FieldError, FileField, Token } from '../../../../web/form.tsx';
import { MomentInWords } from '../../../../web/moment.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { administrationPage } from '../../administration/views/administration-side.tsx';
import { counted } from '../../views/names.tsx';
import { NOTES } from '../columns.ts';
import { type ImportProblem, problemInWords } from '../problems.ts';

export const IMPORT = '/administration/import';
export const IMPORTS = '/administration/imports';

export interface WaitingImport {
  id: string;
  name: string;
  readAt: Date;
}

export interface ImportPageProps {
  waiting: readonly WaitingImport[];
  /** What stood in the way of the file that was brought. */
  problems: readonly ImportProblem[];
  ignoreUnknown: boolean;
  timeZone: string | null;
  token: string;
  done: string | undefined;
}

export function importPage(props: ImportPageProps) {
  const { waiting, problems, ignoreUnknown, timeZone, token, done } = props;
  const errors: FieldError[] =
    problems.length === 0
      ? []
      : [{ field: 'file', message: 'Mend the file and choose it again: nothing was written' }];
  return administrationPage({
    heading: 'Import and export',
    current: IMPORT,
    errors,
    done,
    children: (
      <>
        <p class="lede">
          Bring people in from a spreadsheet, and again whenever it changes. You see what would change before
          anything does.
        </p>
        <Problems problems={problems} />
        <form class="stacked" method="post" action={IMPORTS} enctype="multipart/form-data">
          <Token token={token} />
          <FileField
            id="file"
            name="file"
            label="File"
            hint="CSV or XLSX, at most 10 MB"
            accept=".csv,.tsv,.xlsx,.xlsm,text/csv"
            errors={errors}
          />
          <CheckboxField
            id="ignoreUnknown"
            name="ignoreUnknown"
            label="Leave out columns that are not known here"
            hint="Otherwise a file with such a column is refused, so that none is overlooked"
            checked={ignoreUnknown}
          />
          <p class="buttons">
            <button type="submit" class="button">
              See what would change
            </button>
          </p>
        </form>
        {waiting.length > 0 && (
          <section aria-labelledby="_waiting">
            <h2 id="_waiting">Waiting to be applied</h2>
            <ul class="rows">
              {waiting.map(({ id, name, readAt }) => (
                <li key={id}>
                  <a href={`${IMPORTS}/${id}`}>
                    <Phrase text={name} />
                  </a>{' '}
                  <span class="quiet">
                    read on <MomentInWords at={readAt} timeZone={timeZone} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Downloads />
        <section aria-labelledby="_how">
          <h2 id="_how">How a file is read</h2>
          <ul class="prose">
            {NOTES.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      </>
    ),
  });
}

function Downloads() {
  return (
    <section aria-labelledby="_out">
      <h2 id="_out">Template and export</h2>
      <p>
        An empty file with every column:{' '}
        <Both csv={`${IMPORT}/people-template.csv`} xlsx={`${IMPORT}/people-template.xlsx`} of="template" />
      </p>
      <p>
        The whole directory, which comes back in unchanged:{' '}
        <Both csv={`${IMPORT}/people.csv`} xlsx={`${IMPORT}/people.xlsx`} of="directory" />
      </p>
    </section>
  );
}

function Both({ csv, xlsx, of }: { csv: string; xlsx: string; of: string }): ComponentChildren {
  const hidden = <span class="visually-hidden"> of the {of}</span>;
  return (
    <>
      <a href={csv} download>
        CSV{hidden}
      </a>
      {', '}
      <a href={xlsx} download>
        XLSX{hidden}
      </a>
    </>
  );
}

/** How many problems are told one by one. */
const MOST_TOLD = 100;

/** Everything that stands in the way, each with its row and column. */
export function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="_problems">
      <h2 id="_problems">{counted(problems.length, 'problem', 'problems')} in the file</h2>
      <ul class="rows problems">
        {problems.slice(0, MOST_TOLD).map((problem) => (
          <li key={problemInWords(problem)}>
            <Phrase text={problemInWords(problem)} />
          </li>
        ))}
      </ul>
      {problems.length > MOST_TOLD && (
        <p class="quiet">And {counted(problems.length - MOST_TOLD, 'more', 'more')}.</p>
      )}
    </section>
  );
}
