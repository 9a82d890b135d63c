/** Whose reporting line each framework is for: its policy says so only in words. */

import { recordEvent } from '../../../db/events.ts';
import type { Schema } from '../../../db/schema.ts';
import { policyInForce } from '../../../domain/policy.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../../domain/published.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import { type FieldError, Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { personMeant } from '../person-meant.ts';
import { PersonLink } from '../views/names.tsx';
import { PERSON_FIELD_SCRIPT, PersonField } from '../views/person-field.tsx';
import { listReach, type ReachSet } from './queries.ts';
import { administrationPage } from './views/administration-side.tsx';

const REACH = '/administration/reach';
const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

const DONE: Record<string, string> = {
  added: 'Everybody in that reporting line reads on their own page that they should use it.',
  removed: 'That reporting line is no longer one that it is for.',
};

export function addReach({ doors, room }: PeopleRoom): void {
  doors.get(REACH, ADMINISTRATORS, async (visit) => ({
    page: await page(visit, await room.published(), {}, []),
  }));
  doors.post(REACH, ADMINISTRATORS, async (sent) => add(sent, await room.published()));
  doors.post(`${REACH}/removals`, ADMINISTRATORS, remove);
}

async function add(sent: Sent<Schema>, published: PublishedFrameworks): Promise<Answer> {
  const { db, form, now } = sent;
  const framework = form.text('framework');
  if (published.find(framework) === undefined) throw nothingHere();
  const meant = await personMeant(db, form.text('root'));
  if ('problem' in meant) {
    const errors = [{ field: `root-${framework}`, message: meant.problem }];
    return { page: await page(sent, published, { framework, root: form.text('root') }, errors), status: 422 };
  }
  await db
    .insertInto('framework_reach')
    .values({ framework_id: framework, root_id: meant.person.id, set_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await record(sent, 'reach.added', framework);
  return { redirect: `${REACH}?done=added` };
}

async function remove(sent: Sent<Schema>): Promise<Answer> {
  const { db, form } = sent;
  const root = form.text('root');
  if (!isUuid(root)) throw nothingHere();
  const framework = form.text('framework');
  const { numDeletedRows } = await db
    .deleteFrom('framework_reach')
    .where('framework_id', '=', framework)
    .where('root_id', '=', root)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw nothingHere();
  await record(sent, 'reach.removed', framework);
  return { redirect: `${REACH}?done=removed` };
}

async function record({ db, viewer, now }: Sent<Schema>, verb: string, framework: string): Promise<void> {
  await recordEvent(db, { at: now, actor: viewer.person, verb, subject: framework, kind: 'settings' });
}

async function page(
  { c, db, token }: Visit<Schema>,
  published: PublishedFrameworks,
  typed: { framework?: string; root?: string },
  errors: readonly FieldError[],
) {
  const reach = await listReach(db);
  return administrationPage({
    heading: 'Whom frameworks are for',
    current: REACH,
    errors,
    done: DONE[c.req.query('done') ?? ''],
    scripts: [PERSON_FIELD_SCRIPT],
    children: (
      <>
        <p class="lede">
          A release says in words whom it is for. Say here whose reporting line that is, and everybody reads
          on their own page whether they should use it.
        </p>
        {published.newest().length === 0 && <p>No framework is published yet.</p>}
        {published.newest().map((edition) => (
          <FrameworkReach
            key={edition.framework.id}
            edition={edition}
            reach={reach.filter(({ framework }) => framework === edition.framework.id)}
            typed={typed.framework === edition.framework.id ? (typed.root ?? '') : ''}
            errors={errors}
            token={token}
          />
        ))}
      </>
    ),
  });
}

function FrameworkReach(props: {
  edition: PublishedEdition;
  reach: readonly ReachSet[];
  typed: string;
  errors: readonly FieldError[];
  token: string;
}) {
  const { edition, reach, typed, errors, token } = props;
  const { id, name } = edition.framework;
  const { appliesTo, voluntaryUse } = policyInForce(edition.framework);
  return (
    <section aria-labelledby={`_framework-${id}`}>
      <h2 id={`_framework-${id}`}>
        <Phrase text={name} />
      </h2>
      <p>
        {appliesTo === undefined ? (
          'It does not say whom it is for.'
        ) : (
          <>
            It is for “<Phrase text={appliesTo} />
            ”.
          </>
        )}{' '}
        {voluntaryUse ? 'Everybody else is free to use it.' : 'Nobody else may choose it.'}
      </p>
      {reach.length === 0 ? (
        <p class="quiet">Nobody has said yet whose reporting line that is.</p>
      ) : (
        <ul class="decided">
          {reach.map(({ root }) => (
            <li key={root.id}>
              <div>
                Everybody below <PersonLink person={root} />, and they themselves
              </div>
              <form method="post" action={`${REACH}/removals`}>
                <Token token={token} />
                <input type="hidden" name="framework" value={id} />
                <input type="hidden" name="root" value={root.id} />
                <button type="submit" class="button small">
                  Remove
                  <span class="visually-hidden">
                    {' '}
                    <Phrase text={root.name} />
                  </span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="stacked" method="post" action={REACH}>
        <Token token={token} />
        <input type="hidden" name="framework" value={id} />
        <PersonField
          id={`root-${id}`}
          name="root"
          label="Everybody below"
          hint="The person at the top of that reporting line: e-mail address or whole name"
          value={typed}
          errors={errors}
        />
        <p class="buttons">
          <button type="submit" class="button">
            Add this line
          </button>
        </p>
      </form>
    </section>
  );
}
