import { type FieldError, SelectField, TextField } from '../../../web/form.tsx';
import { type DateText, LENGTHS, LONGEST_PLACE } from '../starting/date-form.ts';

/** When and where a talk is. */
export function DateFields(props: {
  typed: DateText;
  timeZone: string;
  errors: readonly FieldError[];
  hint?: string;
}) {
  const { typed, timeZone, errors, hint } = props;
  const shared = { errors };
  return (
    <div class="date-fields">
      <TextField
        {...shared}
        id="day"
        name="day"
        type="date"
        label="Day"
        value={typed.day}
        {...(hint === undefined ? {} : { hint })}
      />
      <TextField
        {...shared}
        id="time"
        name="time"
        type="time"
        label="Time"
        value={typed.time}
        hint={`On your clock: ${timeZone}`}
      />
      <SelectField
        {...shared}
        id="minutes"
        name="minutes"
        label="How long"
        value={typed.minutes}
        none="Choose"
        groups={[
          {
            label: 'Minutes',
            options: LENGTHS.map((length) => ({ value: String(length), label: `${length} minutes` })),
          },
        ]}
      />
      <TextField
        {...shared}
        id="place"
        name="place"
        label="Where"
        value={typed.place}
        maxlength={LONGEST_PLACE}
        hint="A room, or the link of a call. It goes into both calendars."
      />
    </div>
  );
}
