import type { PublishedFrameworks } from '../../../../domain/published.ts';
import { ErrorSummary, type FieldError, SelectField, TextField, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import type { PersonShown } from '../../directory/person-queries.ts';
import { PeopleSide } from '../../directory/views/directory-page.tsx';
import { personAddress } from '../../views/names.tsx';
import { LevelHistory } from '../level-words.tsx';
import type { LevelInHistory } from '../queries.ts';

export interface LevelPageProps {
  person: PersonShown;
  levels: readonly LevelInHistory[];
  published: PublishedFrameworks;
  token: string;
  typed: { level: string; since: string };
  errors: readonly FieldError[];
}

export function levelPage(props: LevelPageProps): Page {
  const { person, levels, published, token, typed, errors } = props;
  const frameworks = published.newest();
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Level of ${person.name}`,
    draft: true,
    section: 'people',
    left: <PeopleSide current={personAddress(person.id)} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>
          Level of <Phrase text={person.name} />
        </h1>
        <p class="lede">
          The level held so far ends on the day on which this one begins, and stays in the history.{' '}
          <Phrase text={person.name} /> is told by mail.
        </p>
        {frameworks.length === 0 ? (
          <p>No framework is published yet, so there is no level to hold.</p>
        ) : (
          <form class="stacked" method="post" action={`${personAddress(person.id)}/levels`}>
            <Token token={token} />
            <SelectField
              id="level"
              name="level"
              label="Level"
              none="Choose a level"
              value={typed.level}
              errors={errors}
              groups={frameworks.map(({ framework }) => ({
                label: framework.name,
                options: framework.levels.map(({ id, name }) => ({
                  value: levelValue(framework.id, id),
                  label: name,
                })),
              }))}
            />
            <TextField
              id="since"
              name="since"
              type="date"
              label="Held since"
              hint="The day on which it began; not later than today"
              value={typed.since}
              errors={errors}
            />
            <p class="buttons">
              <button type="submit" class="button">
                Check
              </button>
              <a href={personAddress(person.id)}>Back</a>
            </p>
          </form>
        )}
        {levels.length > 0 && (
          <section aria-labelledby="_history">
            <h2 id="_history">So far</h2>
            <LevelHistory levels={levels} published={published} />
          </section>
        )}
      </>
    ),
  };
}

/** A level of a framework as one value of a form. Ids are opaque, so both are encoded. */
export function levelValue(framework: string, level: string): string {
  return `${encodeURIComponent(framework)}/${encodeURIComponent(level)}`;
}
