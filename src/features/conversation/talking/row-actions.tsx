import type { ComponentChildren } from 'preact';
import { DateInWords } from '../../../web/date.tsx';
import { type FieldError, SelectField, TextField } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import type { TalkAction } from '../queries/find-agreed.ts';
import { lineManagerOf, type Talk } from '../talk.ts';
import { promiseOf } from './opportunities.ts';

/** What was typed about an action that was not taken. */
export interface ReturnedAction {
  place: number;
  text: string;
  owner: string;
  due: string;
  errors: readonly FieldError[];
}

/** Who does what by when. */
export function Actions({ actions, of }: { actions: readonly TalkAction[]; of?: string }) {
  return (
    <ul class="talk-actions" data-actions={of}>
      {actions.map(({ id, text, owner, dueOn, kind }) => (
        <li key={id} class={kind}>
          <strong>
            <Phrase text={owner.name} />
          </strong>{' '}
          <Phrase text={text} />
          {dueOn !== undefined && (
            <span class="quiet">
              , by <DateInWords date={dueOn} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What follows from "no opportunity yet": the manager finds one. Shown only while that is the outcome. */
export function Opportunity(props: {
  talk: Talk;
  heading: string;
  place: number;
  returned: ReturnedAction | undefined;
}) {
  const { talk, heading, place } = props;
  const finder = lineManagerOf(talk);
  return (
    <div class="opportunity">
      <p>
        <strong>
          <Phrase text={finder.name} />
        </strong>{' '}
        finds an opportunity. It becomes an action when you both sign; say more if you can.
      </p>
      <NewAction
        {...props}
        name={`opportunity-${place}`}
        owner={undefined}
        summary="Say which, and by when"
        text={promiseOf(talk, heading)}
      />
    </div>
  );
}

/** Adds an action to a row. It goes with the page's one form, so nothing that was typed elsewhere is lost. */
export function AddAction(props: {
  talk: Talk;
  place: number;
  returned: ReturnedAction | undefined;
  of: string;
}) {
  const { talk, place } = props;
  const people = [talk.person, lineManagerOf(talk)];
  const owners = people.flatMap(({ id, name }) => (id === undefined ? [] : [{ value: id, label: name }]));
  return (
    <NewAction
      {...props}
      heading={props.of}
      name={`action-${place}`}
      text=""
      summary="Add an action"
      owner={(typed) => (
        <SelectField
          id={`action-${place}-owner`}
          name={`action-${place}-owner`}
          label="Who"
          none="Choose who does it"
          value={typed}
          groups={[{ label: 'The two of you', options: owners }]}
          errors={props.returned?.errors ?? []}
        />
      )}
    />
  );
}

function NewAction(props: {
  talk: Talk;
  place: number;
  name: string;
  heading: string;
  summary: string;
  text: string;
  owner: ((typed: string) => ComponentChildren) | undefined;
  returned: ReturnedAction | undefined;
}) {
  const { talk, place, name, heading, summary, text, owner } = props;
  const returned = props.returned?.place === place ? props.returned : undefined;
  const errors = returned?.errors ?? [];
  return (
    <details class="fold new-action" open={errors.some(({ field }) => field.startsWith(name))}>
      <summary>
        {summary}
        <span class="visually-hidden">
          : <Phrase text={heading} />
        </span>
      </summary>
      <TextField
        id={`${name}-text`}
        name={`${name}-text`}
        label="What"
        value={returned?.text ?? text}
        maxlength={LONGEST_ACTION}
        errors={errors}
      />
      {owner?.(returned?.owner ?? '')}
      <TextField
        id={`${name}-due`}
        name={`${name}-due`}
        type="date"
        label="By when"
        hint="Leave it empty where there is no day."
        value={returned?.due ?? ''}
        errors={errors}
      />
      <div class="buttons">
        <button
          type="submit"
          class="button small"
          name="add"
          value={name}
          formaction={talkAddress(talk.id, 'actions')}
        >
          Add
          <span class="visually-hidden">
            {' '}
            to <Phrase text={heading} />
          </span>
        </button>
      </div>
    </details>
  );
}

/** Longest action, in characters. */
export const LONGEST_ACTION = 500;
