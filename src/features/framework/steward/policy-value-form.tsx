import { Choices, type FieldError, TextArea, TextField } from '../../../web/form.tsx';
import { deskAddress } from './addresses.ts';
import { type Desk, returnedTo } from './desk.ts';
import { DeskFields } from './desk-page.tsx';
import { asTyped, inputFor } from './policy-values.ts';
import type { Rule } from './rules.ts';

/** Names the form of a rule, so that it comes back with what was typed. */
export function ruleForm(key: string): string {
  return `policy ${key}`;
}

/** Id of the field in which a rule's value is set. */
export function valueField(key: string): string {
  return `_value-${key}`;
}

/** Sets a value that nobody proposed. */
export function AnotherValue({ desk, rule }: { desk: Desk; rule: Rule }) {
  const { key, term, value } = rule;
  if (inputFor(key).kind === 'fixed') return null;
  const { typed, errors } = returnedTo(desk, ruleForm(key));
  const returned = desk.returned?.id === ruleForm(key);
  return (
    <details class="fold wide" open={returned}>
      <summary>
        Set {value === undefined || rule.state === 'open' ? 'a' : 'another'} value
        <span class="visually-hidden">: {term}</span>
      </summary>
      <form method="post" action={deskAddress(desk.stored.id, 'policy', 'confirmations')}>
        <DeskFields desk={desk} />
        <input type="hidden" name="key" value={key} />
        <ValueField rule={rule} value={typed.value ?? asTyped(value)} errors={errors} />
        <TextField
          id={`_why-${key}`}
          name="why"
          label="Reason (optional)"
          value={typed.why ?? ''}
          maxlength={1000}
        />
        <p class="buttons">
          <button type="submit" class="button">
            Confirm this value
          </button>
        </p>
      </form>
    </details>
  );
}

function ValueField(props: { rule: Rule; value: string; errors: readonly FieldError[] }) {
  const { rule, value, errors } = props;
  const input = inputFor(rule.key);
  const field = { id: valueField(rule.key), name: 'value', label: rule.term, value, errors };
  switch (input.kind) {
    case 'choice':
      return <Choices {...field} options={input.options} />;
    case 'lines':
      return (
        <TextArea
          {...field}
          hint="One a line; nothing where nobody is. Write unknown where some are and nobody knows which."
        />
      );
    case 'date':
      return <TextField {...field} type="date" />;
    default:
      return <TextField {...field} maxlength={1000} />;
  }
}
