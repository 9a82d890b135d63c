import type { Helped } from '../../../domain/evidence.ts';
import { TextField, Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { evidenceAddress } from './addresses.ts';
import type { Adding } from './own-props.ts';
import { RemoveButton } from './remove-button.tsx';

export function HelpedList({ helped, removal }: { helped: readonly Helped[]; removal?: Adding }) {
  return (
    <ul class="hanging">
      {helped.map((one) => (
        <li key={one.place}>
          <Phrase text={helpedName(one)} />
          {one.team !== undefined && <span class="quiet"> team</span>}
          {removal !== undefined && (
            <RemoveButton
              removal={removal}
              part="helped/removal"
              field="place"
              value={String(one.place)}
              what={helpedName(one)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function AddHelped({ evidence, token, errors, typed, names }: Adding & { names: readonly string[] }) {
  const open = errors.some(({ field }) => field === 'helped');
  return (
    <details class="fold adding" open={open}>
      <summary>Say who it helped</summary>
      <form method="post" action={evidenceAddress(evidence, 'helped')}>
        <Token token={token} />
        <TextField
          id="helped"
          name="helped"
          label="A person, a team, or others in your own words"
          hint="Levels above the first ask for impact on others: customers count as well as colleagues."
          value={typed.helped ?? ''}
          errors={errors}
          list={{ id: '_names', values: names }}
        />
        <div class="buttons">
          <button type="submit" class="button second">
            Add
          </button>
        </div>
      </form>
    </details>
  );
}

export function helpedName({ person, team, words }: Helped): string {
  return person?.name ?? team?.name ?? words ?? 'Somebody who has left';
}
