import { SelectField } from '../../../web/form.tsx';

/** A level of a framework, to be chosen. */
export interface Rung {
  framework: string;
  value: string;
  name: string;
}

/** Looks at another level than those around the own one. */
export function OtherLevel(props: {
  action: string;
  rungs: readonly Rung[];
  looking: string;
  open: boolean;
}) {
  const { action, rungs, looking, open } = props;
  if (rungs.length === 0)
    return <p class="quiet">No framework is published here yet, so there is nothing to tie to.</p>;
  const groups = [...Map.groupBy(rungs, ({ framework }) => framework)].map(([label, levels]) => ({
    label,
    options: levels.map(({ value, name }) => ({ value, label: name })),
  }));
  return (
    <details class="fold later" open={open || looking !== ''}>
      <summary>Look at another level</summary>
      <form action={action} class="one-line">
        <SelectField
          id="level"
          name="level"
          label="Level"
          none="Choose a level"
          groups={groups}
          value={looking}
        />
        <button type="submit" class="button second">
          Look
        </button>
      </form>
    </details>
  );
}
