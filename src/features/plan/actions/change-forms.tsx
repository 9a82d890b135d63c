import type { ComponentChildren } from 'preact';
import { type FieldError, TextArea, TextField, Token } from '../../../web/form.tsx';
import { titleText } from '../../../web/text.tsx';
import { actionAddress } from '../views/addresses.ts';
import type { ActionShown } from './shown.ts';

interface Props extends ActionShown {
  errors: readonly FieldError[];
}

/** What either side may do about an action, the most likely first. */
export function ChangeForms(props: Props) {
  const { action } = props;
  if (action.closedAt !== null)
    return <OneButton {...props} change="taken up again" label="Take it up again" />;
  return (
    <div class="plan-steps">
      <OneButton {...props} change="done" label="Done" first />
      <Move {...props} />
      <HandOver {...props} />
      <Drop {...props} />
    </div>
  );
}

function OneButton(
  props: Props & { change: string; label: string; first?: boolean; children?: ComponentChildren },
) {
  const { action, token, change, label, first = false, children } = props;
  return (
    <form method="post" action={actionAddress(action.id, 'changes')}>
      <Token token={token} />
      <input type="hidden" name="change" value={change} />
      {children}
      <div class="buttons">
        <button type="submit" class={`button${first ? '' : ' second'}`}>
          {label}
        </button>
      </div>
    </form>
  );
}

function Move(props: Props) {
  const { action, errors, typed = {} } = props;
  return (
    <details class="fold" open={errors.some(({ field }) => field === 'due-on' || field === 'reason')}>
      <summary>Move it to another day</summary>
      <OneButton {...props} change="moved" label="Move it">
        <TextField
          id="due-on"
          name="due-on"
          type="date"
          label="The new day"
          value={typed['due-on'] ?? action.dueOn ?? ''}
          errors={errors}
        />
        <TextArea
          id="reason"
          name="reason"
          label="Why"
          hint="Both of you read it."
          value={typed.reason ?? ''}
          errors={errors}
        />
      </OneButton>
    </details>
  );
}

/** To the other side, or to whoever manages them now. */
function HandOver(props: Props) {
  const { action, subject, viewer } = props;
  const others = [subject, ...subject.managers].filter(({ id }) => id !== action.owner?.id);
  if (others.length === 0) return null;
  return (
    <details class="fold">
      <summary>Hand it over</summary>
      {others.map(({ id, name }) => (
        <OneButton
          key={id}
          {...props}
          change="handed over"
          label={id === viewer.person ? 'Take it over yourself' : `Hand it over to ${titleText(name)}`}
        >
          <input type="hidden" name="to" value={id} />
        </OneButton>
      ))}
    </details>
  );
}

function Drop(props: Props) {
  const { errors, typed = {} } = props;
  return (
    <details class="fold" open={errors.some(({ field }) => field === 'drop-reason')}>
      <summary>Drop it</summary>
      <OneButton {...props} change="dropped" label="Drop it">
        <TextArea
          id="drop-reason"
          name="drop-reason"
          label="Why"
          hint="Both of you read it."
          value={typed['drop-reason'] ?? ''}
          errors={errors}
        />
      </OneButton>
    </details>
  );
}
