/** What is set for everybody: the name of the organisation, and what visitors may read. */
import type { Schema } from '../../../db/schema.ts';
import { FEEDBACK_LIMIT, MOST_FEEDBACK_LIMIT } from '../../../domain/feedback.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Sent, Visit } from '../../../web/doors.ts';
import { Choices, type FieldError, TextField, Token } from '../../../web/form.tsx';
import type { PeopleRoom } from '../people-deps.ts';
import type { InstallationSettings, SettingKey, SettingsKeeper } from '../settings/keeper.ts';
import { recordEvents } from '../writes.ts';
import { administrationPage } from './views/administration-side.tsx';

const SETTINGS = '/administration/settings';
const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

export function addSettings({ doors, settings }: PeopleRoom): void {
  doors.get(SETTINGS, ADMINISTRATORS, async (visit) => {
    const known = settings.known ?? UNKNOWN;
    return { page: page(visit, { ...known, organisation: known.organisation ?? '' }, []) };
  });
  doors.post(SETTINGS, ADMINISTRATORS, (sent) => save(sent, settings));
}

const UNKNOWN: InstallationSettings = {
  organisation: null,
  visitors: 'read',
  'feedback-limit': String(FEEDBACK_LIMIT),
};

/** The settings as the form holds them. */
type Typed = Record<SettingKey, string>;

async function save(sent: Sent<Schema>, settings: SettingsKeeper): Promise<Answer> {
  const { db, form, viewer, now } = sent;
  const typed: Typed = {
    organisation: form.text('organisation').trim(),
    visitors: form.text('visitors'),
    'feedback-limit': form.text('feedback-limit').trim() || String(FEEDBACK_LIMIT),
  };
  const errors = problemsOf(typed);
  if (errors.length > 0) return { page: page(sent, typed, errors), status: 422 };
  const known = settings.known ?? UNKNOWN;
  const changed = (Object.keys(typed) as SettingKey[]).filter((key) => typed[key] !== (known[key] ?? ''));
  for (const key of changed) {
    await db
      .insertInto('setting')
      .values({ key, value: typed[key], changed_at: now })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: typed[key], changed_at: now }))
      .execute();
  }
  const events = changed.map((key) => ({
    actor: viewer.person,
    verb: 'setting.changed',
    subject: `setting:${key}`,
    kind: 'settings' as const,
  }));
  await recordEvents(db, events, now);
  return { redirect: `${SETTINGS}?done=saved`, after: async () => void (await settings.refresh()) };
}

function problemsOf(typed: Typed): FieldError[] {
  const errors: FieldError[] = [];
  if (typed.organisation.length > 100)
    errors.push({ field: 'organisation', message: 'Shorten it to 100 characters' });
  if (typed.visitors !== 'read' && typed.visitors !== 'nobody')
    errors.push({ field: 'visitors', message: 'Choose what visitors may read' });
  if (!/^[1-9]\d?$/.test(typed['feedback-limit']))
    errors.push({ field: 'feedback-limit', message: `Give a number from 1 to ${MOST_FEEDBACK_LIMIT}` });
  return errors;
}

function page({ c, token }: Visit<Schema>, typed: Typed, errors: readonly FieldError[]) {
  return administrationPage({
    heading: 'Settings',
    current: SETTINGS,
    errors,
    done: c.req.query('done') === 'saved' ? 'It is saved, and holds from now on.' : undefined,
    children: (
      <form class="stacked" method="post" action={SETTINGS}>
        <Token token={token} />
        <TextField
          id="organisation"
          name="organisation"
          label="Name of the organisation"
          hint="Shown at the head of the directory"
          value={typed.organisation}
          errors={errors}
          maxlength={100}
        />
        <Choices
          id="visitors"
          name="visitors"
          label="Who reads published frameworks"
          hint="Drafts, people and their records are never shown to visitors."
          value={typed.visitors}
          errors={errors}
          options={[
            { value: 'read', label: 'Everybody, without signing in' },
            {
              value: 'nobody',
              label: 'Only those who are signed in: pages, data, feed, pictures and search',
            },
          ]}
        />
        <TextField
          id="feedback-limit"
          name="feedback-limit"
          label="How often anybody is asked for feedback in a quarter"
          hint={`At the most, counted over everybody who asks them; ${FEEDBACK_LIMIT} where you leave it empty. Whoever would ask more is told so, and not who asked before.`}
          value={typed['feedback-limit']}
          errors={errors}
          inputmode="numeric"
          maxlength={2}
        />
        <p class="buttons">
          <button type="submit" class="button">
            Save
          </button>
        </p>
      </form>
    ),
  });
}
