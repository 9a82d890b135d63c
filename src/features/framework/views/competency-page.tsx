import type { Competency } from '../../../domain/framework.ts';
import type { Page } from '../../../web/page.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { type LadderStep, ladderRow } from '../comparison/ladder-row.ts';
import { themesById } from '../look-ups.ts';
import { Actions, NoteAction, Stewardship } from './actions.tsx';
import { competencyAddress, frameworkAddress } from './addresses.ts';
import { hasMarks, MarksExplained } from './changes.tsx';
import { CompetencyStep } from './competency-step.tsx';
import { BackLink, Contents } from './contents.tsx';
import { isItsOwnCompetency } from './level-sheet.ts';
import { competencyHead } from './page-head.ts';
import type { Place } from './place.ts';
import { StatusBanner } from './status-banner.tsx';

/** Beyond this many levels a page of one competency shows those that say something first, and no more than these. */
const MOST_STEPS = 60;

/** More rows of the same name than this are not linked one by one. */
const MOST_NAMESAKES = 5;

/** One competency through the levels: what each is expected to show, and what changes from step to step. */
export function competencyPage(place: Place, competency: Competency): Page {
  const { framework, status, version } = place.edition;
  const { steps, left } = shownSteps(ladderRow(framework, competency.id));
  const marked = steps.some(
    ({ since }) => since.length === 1 && hasMarks(since.flatMap(({ pairs }) => pairs)),
  );
  return {
    title: `${competency.name} · ${framework.name}`,
    address: competencyAddress(framework.id, place.version, competency.id),
    draft: status === 'draft',
    ...competencyHead(place, competency),
    section: 'frameworks',
    left: (
      <Contents entries={steps.map(({ level }) => ({ id: stepAnchor(level.id), heading: level.name }))}>
        <BackLink href={frameworkAddress(framework.id, place.version)} text={framework.name} />
      </Contents>
    ),
    main: (
      <>
        <h1 dir="auto">
          <Phrase text={competency.name} />
        </h1>
        <Meaning place={place} competency={competency} />
        <StatusBanner place={place} />
        {marked && <MarksExplained />}
        {steps.map((step) => (
          <CompetencyStep
            key={step.level.id}
            place={place}
            competency={competency}
            step={step}
            anchor={stepAnchor(step.level.id)}
          />
        ))}
        {left > 0 && (
          <p class="part quiet">
            {left} more levels.{' '}
            <a href={`${frameworkAddress(framework.id, place.version)}#_levels`}>See them all</a>
          </p>
        )}
      </>
    ),
    right: (
      <aside class="right" aria-label="About this page">
        <Actions
          copyFrom={competencyAddress(framework.id, version ?? 'draft', competency.id)}
          of={version === undefined ? 'draft' : 'version'}
          first={<NoteAction place={place} about={{ competency: competency.id }} />}
        />
        <Stewardship framework={framework} today={place.viewing.today} />
      </aside>
    ),
    scripts: ['copy-link', 'print'],
  };
}

function Meaning({ place, competency }: { place: Place; competency: Competency }) {
  const { framework } = place.edition;
  const theme = themesById(framework.themes).get(competency.theme);
  return (
    <>
      {competency.definition !== undefined && (
        <div class="lede">
          <AuthorText text={competency.definition} format={framework.textFormat} headingsFrom={2} />
        </div>
      )}
      {theme !== undefined && !isItsOwnCompetency(framework, theme) && (
        <p class="quiet">
          Theme: <Phrase text={theme.name} />
        </p>
      )}
      <Namesakes place={place} competency={competency} />
    </>
  );
}

/** Other rows of the same name. An import gives each entry its own row until a person confirms which are one. */
function Namesakes({ place, competency }: { place: Place; competency: Competency }) {
  const { id, competencies } = place.edition.framework;
  const others = competencies.filter(({ id, name }) => id !== competency.id && name === competency.name);
  if (others.length === 0) return null;
  return (
    <p class="quiet">
      The framework has this name {others.length === 1 ? 'once more' : `${others.length} times more`}; nobody
      has confirmed that they are one competency:{' '}
      {others.slice(0, MOST_NAMESAKES).map((other, index) => (
        <>
          {index > 0 && ', '}
          <a key={other.id} href={competencyAddress(id, place.version, other.id)}>
            <Phrase text={levelsOf(place, other.id)} />
          </a>
        </>
      ))}
      .
    </p>
  );
}

/** "Engineer, Senior Engineer 1": where a row says something. */
function levelsOf(place: Place, competency: string): string {
  const { expectations, levels } = place.edition.framework;
  const ids = new Set(
    expectations.filter((cell) => cell.competency === competency).map(({ level }) => level),
  );
  const names = levels.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  return names.length === 0 ? 'at no level' : names.join(', ');
}

/** All steps of an ordinary ladder; of a very long one those that say something. */
function shownSteps(all: readonly LadderStep[]): { steps: LadderStep[]; left: number } {
  if (all.length <= MOST_STEPS) return { steps: [...all], left: 0 };
  const steps = all.filter(({ cells }) => cells.length > 0).slice(0, MOST_STEPS);
  return { steps, left: all.length - steps.length };
}

function stepAnchor(level: string): string {
  return level.replace(/\s/g, '_');
}
