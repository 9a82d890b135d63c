import { KINDS } from '../../../domain/evidence.ts';
import type { Framework } from '../../../domain/framework.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { type Option, SelectField, TextField } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { spokenTo } from '../expectations.ts';
import { type Asked, listAddress } from '../filter.ts';
import type { Counts } from '../queries/list-evidence.ts';
import { targetOf, tieValue } from '../tie-value.ts';
import { EVIDENCE } from './addresses.ts';
import { inCapital } from './kind-field.tsx';

interface Props {
  asked: Asked;
  counts: Counts;
  framework: Framework | undefined;
  published: PublishedFrameworks;
}

/** Searches and filters one's own evidence. The words first; the rest is folded until it is used. */
export function FilterForm({ asked, counts, framework, published }: Props) {
  const { q, kind, tied, shared, competency, year, speaksTo } = asked;
  const used = [kind, tied, shared, competency, year].some((value) => value !== '');
  return (
    <search aria-label="Your evidence">
      <form class="filter-form" action={EVIDENCE}>
        <div class="one-line">
          <TextField id="q" name="q" type="search" label="Search your evidence" value={q} />
          <button type="submit" class="button second">
            Search
          </button>
        </div>
        {speaksTo !== '' && <OneExpectation asked={asked} published={published} />}
        <details class="fold" open={used}>
          <summary>Filter</summary>
          <div class="filters">
            <Select id="kind" label="Kind of work" none="Every kind" value={kind} options={KIND_OPTIONS} />
            {framework !== undefined && (
              <Select
                id="competency"
                label="Competency"
                none="Every competency"
                value={competency}
                options={framework.competencies.map(({ id, name }) => ({
                  value: tieValue({ framework: framework.id, expectation: id }),
                  label: name,
                }))}
              />
            )}
            <Select
              id="year"
              label="Year"
              none="Every year"
              value={year}
              options={counts.years.map((one) => ({ value: String(one), label: String(one) }))}
            />
            <Select
              id="tied"
              label="Tied"
              none="Tied or not"
              value={tied}
              options={[
                { value: 'yes', label: 'Tied to something' },
                { value: 'no', label: 'Tied to nothing' },
              ]}
            />
            <Select
              id="shared"
              label="Shared"
              none="Shared or private"
              value={shared}
              options={[
                { value: 'yes', label: 'Shared' },
                { value: 'no', label: 'Private' },
              ]}
            />
          </div>
          <div class="buttons">
            <button type="submit" class="button second">
              Filter
            </button>
          </div>
        </details>
      </form>
    </search>
  );
}

const KIND_OPTIONS = KINDS.map((kind) => ({ value: kind, label: inCapital(kind) }));

function Select(props: {
  id: string;
  label: string;
  none: string;
  value: string;
  options: readonly Option[];
}) {
  const { id, label, none, value, options } = props;
  return (
    <SelectField id={id} name={id} label={label} none={none} value={value} groups={[{ label, options }]} />
  );
}

/** The one expectation whose evidence is shown, and the way out of that. */
function OneExpectation({ asked, published }: { asked: Asked; published: PublishedFrameworks }) {
  const target = targetOf(asked.speaksTo);
  if (target === undefined) return null;
  const release = published.find(target.framework)?.version ?? '';
  const { competency, level } = spokenTo(published, { ...target, release });
  return (
    <p class="one-expectation">
      <input type="hidden" name="speaks-to" value={asked.speaksTo} />
      What speaks to <Phrase text={competency} />
      {level !== '' && (
        <>
          , <Phrase text={level} />
        </>
      )}
      . <a href={listAddress(EVIDENCE, { ...asked, speaksTo: '' })}>Leave that out</a>
    </p>
  );
}
