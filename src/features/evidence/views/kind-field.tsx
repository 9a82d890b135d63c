import { KINDS } from '../../../domain/evidence.ts';
import { type FieldError, SelectField } from '../../../web/form.tsx';

/** What kind of operations work it was. */
export function KindField({ value, errors }: { value: string; errors: readonly FieldError[] }) {
  return (
    <SelectField
      id="kind"
      name="kind"
      label="What kind of work it was (optional)"
      none="Not said"
      groups={[
        { label: 'Kinds of work', options: KINDS.map((kind) => ({ value: kind, label: inCapital(kind) })) },
      ]}
      value={value}
      errors={errors}
    />
  );
}

export function inCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
