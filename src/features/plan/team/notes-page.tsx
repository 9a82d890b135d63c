import { type FieldError, TextArea, Token } from '../../../web/form.tsx';
import { MomentInWords } from '../../../web/moment.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import { notesAddress, planAddress, TEAM } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';
import { firstLine, Written } from '../views/words.tsx';
import type { Subject } from '../visits.ts';
import type { ManagerNote } from './queries.ts';
import { TeamSide } from './side.tsx';

interface Props {
  subject: Subject;
  viewer: Viewer;
  token: string;
  errors: readonly FieldError[];
  /** What was typed before, where the form comes back. */
  text: string;
}

/** A manager's own notes on a report, between two talks. */
export function notesPage(
  props: Props & { notes: readonly ManagerNote[]; done: DoneWord | undefined },
): Page {
  const { subject, viewer, token, errors, text, notes, done } = props;
  return planPage({
    title: `Your notes on ${subject.name}`,
    section: 'team',
    left: <TeamSide viewer={viewer} current={TEAM} />,
    errors,
    done,
    main: (
      <>
        <h1>
          Your notes on <Phrase text={subject.name} />
        </h1>
        <p class="lede">
          For yourself, between two talks. <WhoElse name={subject.name} />
        </p>
        <NoteForm
          action={notesAddress(subject.id)}
          token={token}
          text={text}
          errors={errors}
          button="Note it"
        />
        {notes.length === 0 && <p class="quiet">Nothing is noted yet.</p>}
        <ul class="plan-notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p class="quiet">
                <MomentInWords at={note.notedAt} timeZone={subject.viewerTimeZone} />
              </p>
              <Written text={note.text} />
              <p class="report-links">
                <a href={notesAddress(subject.id, note.id, 'edit')}>
                  Change<span class="visually-hidden">: {firstLine(note.text)}</span>
                </a>
                <a href={notesAddress(subject.id, note.id, 'deletion')}>
                  Delete<span class="visually-hidden">: {firstLine(note.text)}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      </>
    ),
    right: (
      <aside class="right" aria-label="Where it belongs">
        <ul class="actions">
          <li>
            <a href={planAddress(subject.id)}>
              The plan of <Phrase text={subject.name} />
            </a>
          </li>
        </ul>
      </aside>
    ),
  });
}

export function editNotePage(props: Props & { note: string }): Page {
  const { subject, viewer, token, errors, text, note } = props;
  return planPage({
    title: 'Change the note',
    section: 'team',
    left: <TeamSide viewer={viewer} current={TEAM} />,
    errors,
    main: (
      <>
        <h1>Change the note</h1>
        <p class="lede">
          <WhoElse name={subject.name} />
        </p>
        <NoteForm
          action={notesAddress(subject.id, note, 'edit')}
          token={token}
          text={text}
          errors={errors}
          button="Save"
        />
      </>
    ),
  });
}

/** Said where it is written: a private note about somebody is still theirs to ask for. */
function WhoElse({ name }: { name: string }) {
  return (
    <>
      <Phrase text={name} /> can ask for what you write here under data-protection law, and finds it in the
      export of everything that is held about them. Nobody else reads it, and once you no longer manage them
      neither do you.
    </>
  );
}

function NoteForm(props: {
  action: string;
  token: string;
  text: string;
  errors: readonly FieldError[];
  button: string;
}) {
  const { action, token, text, errors, button } = props;
  return (
    <form class="plan-form" method="post" action={action}>
      <Token token={token} />
      <TextArea
        id="text"
        name="text"
        label="What do you want to remember?"
        hint="What happened, and when. For example: took the late call on the 9th, and asked to lead the next one."
        value={text}
        errors={errors}
        rows={4}
      />
      <div class="buttons">
        <button type="submit" class="button">
          {button}
        </button>
      </div>
    </form>
  );
}
