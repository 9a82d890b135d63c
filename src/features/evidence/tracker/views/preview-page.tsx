import type { Finding } from '../../../../domain/finding.ts';
import { ErrorSummary, type FieldError, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { WayBack } from '../../views/shell.tsx';
import { TRACKER, TRACKER_IMPORTS } from '../addresses.ts';
import { type Choices, levelValue } from '../choices.ts';
import type { Candidate } from '../match.ts';
import { MOST_PIECES, type Plan, type PlannedPiece } from '../plan.ts';
import { PieceBlock } from './piece-block.tsx';
import { Settings, type SettingsProps } from './settings.tsx';

export interface PreviewProps extends Omit<SettingsProps, 'errors'> {
  /** The file, which the form carries: nothing of it is kept before it is brought. */
  file: { name: string; base64: string };
  plan: Plan;
  findings: readonly Finding[];
  choices: Choices;
  /** Every expectation that can be chosen. */
  candidates: readonly Candidate[];
  token: string;
  errors?: readonly FieldError[];
}

/** What becomes of a tracker, row by row, before anything is written. */
export function previewPage(props: PreviewProps): Page {
  const { file, plan, errors = [] } = props;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}What becomes of ${file.name}`,
    draft: true,
    section: 'my-path',
    left: (
      <WayBack>
        <p class="left-title">
          <a href={TRACKER}>Another file</a>
        </p>
      </WayBack>
    ),
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>
          What becomes of <Phrase text={file.name} />
        </h1>
        <p class="lede">{summary(plan)}</p>
        <Findings findings={props.findings} beyond={plan.beyond} />
        <form method="post" action={TRACKER_IMPORTS} enctype="multipart/form-data">
          <Carried {...props} />
          <Settings {...props} errors={errors} />
          <Pieces {...props} errors={errors} />
          <p class="buttons">
            <button type="submit" class="button" name="then" value="bring">
              Bring them in
            </button>
            <button type="submit" class="button second" name="then" value="show">
              Show it again
            </button>
          </p>
          <p class="quiet">They are private until you share them, piece by piece.</p>
        </form>
      </>
    ),
  };
}

/** What the form carries from page to page. */
function Carried({ file, choices, token }: PreviewProps) {
  return (
    <>
      <Token token={token} />
      <input type="hidden" name="name" value={file.name} />
      <input type="hidden" name="content" value={file.base64} />
      <input type="hidden" name="seen-split" value={choices.split} />
      <input
        type="hidden"
        name="seen-about"
        value={choices.about === undefined ? '' : levelValue(choices.about)}
      />
    </>
  );
}

function Pieces(props: PreviewProps & { errors: readonly FieldError[] }) {
  const { plan, candidates, errors } = props;
  const [there, fresh] = split(plan.pieces, ({ already }) => already);
  const [matched, open] = split(fresh, ({ match }) => 'exact' in match);
  const likely = open.some(({ match }) => 'likely' in match && match.likely.length > 0);
  const block = (piece: PlannedPiece) => (
    <PieceBlock key={piece.key} piece={piece} candidates={candidates} errors={errors} />
  );
  return (
    <>
      {open.length > 0 && (
        <section class="part" aria-labelledby="_by-hand">
          <h2 id="_by-hand">To be placed by hand ({open.length})</h2>
          <p>
            The file calls these something that the framework does not. Say what they speak to, or keep them
            untied: they keep what the file called them, and can be tied later.
          </p>
          {likely && (
            <p>
              <button type="submit" class="button small" name="then" value="likely">
                Fill in what looks likely, to be checked
              </button>
            </p>
          )}
          <ol class="planned">{open.map(block)}</ol>
        </section>
      )}
      {matched.length > 0 && (
        <section class="part" aria-labelledby="_matched">
          <h2 id="_matched">Beside their expectation ({matched.length})</h2>
          <ol class="planned">{matched.map(block)}</ol>
        </section>
      )}
      {there.length > 0 && (
        <section class="part" aria-labelledby="_there">
          <h2 id="_there">Already here ({there.length})</h2>
          <p>Your evidence holds these texts, so they are not brought again unless you say so.</p>
          <ol class="planned">{there.map(block)}</ol>
        </section>
      )}
    </>
  );
}

function Findings({ findings, beyond }: { findings: readonly Finding[]; beyond: number }) {
  if (findings.length + beyond === 0) return null;
  return (
    <section class="banner attention" aria-label="To know about the file">
      <ul class="plain-list">
        {findings.map(({ message, remedy, line, column }) => (
          <li key={`${line} ${column} ${message}`}>
            <Phrase text={message} /> {remedy}
          </li>
        ))}
        {beyond > 0 && (
          <li>
            {beyond.toLocaleString('en-GB')} more pieces are not shown: one import takes the first{' '}
            {MOST_PIECES.toLocaleString('en-GB')}. Bring these, then bring the file again.
          </li>
        )}
      </ul>
    </section>
  );
}

/** "37 pieces of evidence: 30 beside their expectation, 5 to be placed by hand, 2 already here." */
function summary({ pieces }: Plan): string {
  if (pieces.length === 0) return 'There is no evidence in it: every cell for it is empty.';
  const there = pieces.filter(({ already }) => already).length;
  const matched = pieces.filter(({ already, match }) => !already && 'exact' in match).length;
  const open = pieces.length - there - matched;
  const parts = [
    ...(matched > 0 ? [`${matched} beside their expectation`] : []),
    ...(open > 0 ? [`${open} to be placed by hand`] : []),
    ...(there > 0 ? [`${there} already here`] : []),
  ];
  const all = pieces.length === 1 ? '1 piece' : `${pieces.length} pieces`;
  return `${all} of evidence: ${parts.join(', ')}. Nothing is written yet.`;
}

function split<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}
