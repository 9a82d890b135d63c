import type { ComponentChildren } from 'preact';
import { type ObjectiveState, refuseState } from '../../../domain/plan.ts';
import { TextArea, Token } from '../../../web/form.tsx';
import { objectiveAddress } from '../views/addresses.ts';
import { proposedBySide } from './entry.tsx';
import type { ObjectiveShown } from './shown.ts';

/** What the viewer may say of an objective now. */
export function StateForms(shown: ObjectiveShown) {
  return (
    <div class="plan-steps">
      <OneButton shown={shown} state="agreed" label="Agree to it" first />
      <Reached shown={shown} />
      <Dropped shown={shown} />
      <OneButton shown={shown} state="proposed" label="Propose it again" />
    </div>
  );
}

interface Props {
  shown: ObjectiveShown;
}

function OneButton(
  props: Props & { state: ObjectiveState; label: string; first?: boolean; children?: ComponentChildren },
) {
  const { shown, state, label, first = false, children } = props;
  const { objective, token } = shown;
  if (!mayBe(shown, state)) return null;
  return (
    <form method="post" action={objectiveAddress(objective.id, 'states')}>
      <Token token={token} />
      <input type="hidden" name="state" value={state} />
      <input type="hidden" name="seen" value={objective.serial} />
      {children}
      <div class="buttons">
        <button type="submit" class={`button${first ? '' : ' second'}`}>
          {label}
        </button>
      </div>
    </form>
  );
}

function Reached({ shown }: Props) {
  if (!mayBe(shown, 'reached')) return null;
  return (
    <details class="fold">
      <summary>It is reached</summary>
      <OneButton shown={shown} state="reached" label="It is reached">
        <TextArea id="reached-why" name="why" label="What showed it? (optional)" />
      </OneButton>
    </details>
  );
}

function Dropped({ shown }: Props) {
  if (!mayBe(shown, 'dropped')) return null;
  return (
    <details class="fold">
      <summary>Drop it</summary>
      <OneButton shown={shown} state="dropped" label="Drop it">
        <TextArea id="dropped-why" name="why" label="Why? (optional)" hint="Both of you read it." />
      </OneButton>
    </details>
  );
}

function mayBe({ objective, subject }: ObjectiveShown, state: ObjectiveState): boolean {
  const standing = { state: objective.state, proposedBy: proposedBySide(objective) };
  return refuseState(standing, state, subject.side) === undefined;
}
