import type { Evidence } from '../../../domain/evidence.ts';
import { titleOf } from '../../../domain/evidence-title.ts';
import { FILTER_LIST_SCRIPT } from '../../../web/filter-list.tsx';
import { type FieldError, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { MarkdownText, Phrase } from '../../../web/text.tsx';
import type { SpokenTo } from '../expectations.ts';
import type { LevelToTie } from '../levels-to-tie.ts';
import type { SuggestedTie } from '../suggestions.ts';
import { tieValue } from '../tie-value.ts';
import { evidenceAddress } from './addresses.ts';
import { OtherLevel, type Rung } from './other-level.tsx';
import { evidencePage, WayBack } from './shell.tsx';
import { Suggestions } from './suggestions.tsx';
import { LevelTies, TieChoice } from './tie-choices.tsx';

interface Props {
  evidence: Evidence;
  levels: readonly LevelToTie[];
  suggested: readonly SuggestedTie[];
  /** Ties to what none of the levels shows. */
  elsewhere: readonly SpokenTo[];
  /** Every level there is, to look at another. */
  rungs: readonly Rung[];
  /** The value of the other level that is looked at. */
  looking: string;
  /** Values that are chosen. */
  chosen: ReadonlySet<string>;
  token: string;
  errors: readonly FieldError[];
}

/** Where a piece of evidence is tied to expectations: what its words suggest, then the levels around the own one. */
export function tiesPage(props: Props): Page {
  const { evidence, errors } = props;
  const title = titleOf(evidence.text);
  return evidencePage({
    title: `Tie: ${title}`,
    errors,
    left: (
      <WayBack>
        <p class="left-title">
          <a href={evidenceAddress(evidence.id)}>
            <Phrase text={title} />
          </a>
        </p>
      </WayBack>
    ),
    main: (
      <>
        <h1>What does it speak to?</h1>
        <section class="noted-text" tabindex={0} aria-label="What you noted">
          <MarkdownText text={evidence.text} headingsFrom={2} />
        </section>
        {props.levels.length === 0 && (
          <p class="quiet">No level is set for you yet. Look at any level below and tie it there.</p>
        )}
        <OtherLevel
          action={evidenceAddress(evidence.id, 'ties')}
          rungs={props.rungs}
          looking={props.looking}
          open={props.levels.length === 0}
        />
        <TiesForm {...props} />
      </>
    ),
    scripts: [FILTER_LIST_SCRIPT],
  });
}

function TiesForm({ evidence, levels, suggested, elsewhere, chosen, token, looking }: Props) {
  return (
    <form method="post" action={evidenceAddress(evidence.id, 'ties')} class="ties" id="ties">
      <Token token={token} />
      {/* What was chosen before: only what is changed here changes, whatever another tab does meanwhile. */}
      {evidence.ties.map((tie) => (
        <input key={tieValue(tie)} type="hidden" name="was" value={tieValue(tie)} />
      ))}
      {looking !== '' && <input type="hidden" name="level" value={looking} />}
      <Suggestions suggested={suggested} chosen={chosen} />
      <p class="with-script filter">
        <label for="_filter">Find a competency</label>
        <input type="search" id="_filter" data-filter-rows="ties" autocomplete="off" spellcheck={false} />
        <span role="status" class="quiet" />
      </p>
      {elsewhere.length > 0 && (
        <fieldset class="tie-level">
          <legend>Tied already, elsewhere</legend>
          {elsewhere.map(({ tie, competency, level, said }) => (
            <TieChoice
              key={tieValue(tie)}
              value={tieValue(tie)}
              chosen={chosen}
              name={`${competency}, ${level}`}
              text={said?.point?.text ?? ''}
            />
          ))}
        </fieldset>
      )}
      {levels.map((level) => (
        <LevelTies key={`${level.framework.id} ${level.level.id}`} at={level} chosen={chosen} />
      ))}
      <div class="buttons staying">
        <button type="submit" class="button">
          Save
        </button>
        <a href={evidenceAddress(evidence.id)}>Later</a>
      </div>
    </form>
  );
}
