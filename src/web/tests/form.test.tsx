import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Choices, ErrorSummary, SelectField, TextArea, TextField } from '../form.tsx';

const ERRORS = [{ field: 'why', message: 'Write a reason' }];
const FIELD = { id: 'why', name: 'reason', label: 'Reason', hint: 'For later', value: 'a "b"' };
const OPTIONS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const FIELDS = {
  'a line of text': (errors: typeof ERRORS) => <TextField {...FIELD} errors={errors} />,
  'a date': (errors: typeof ERRORS) => <TextField {...FIELD} type="date" errors={errors} />,
  'several lines of text': (errors: typeof ERRORS) => <TextArea {...FIELD} errors={errors} />,
  'one of many': (errors: typeof ERRORS) => (
    <SelectField {...FIELD} none="Choose" groups={[{ label: 'All', options: OPTIONS }]} errors={errors} />
  ),
};

describe.each(Object.entries(FIELDS))('a field for %s', (_, field) => {
  it('is tied to its label and read out with its hint', () => {
    const html = renderToString(field([]));
    expect(html).toContain('<label for="why">Reason</label>');
    expect(html).toMatch(/<(input|textarea|select) id="why" name="reason" aria-describedby="why-hint"/);
    expect(html).toContain('id="why-hint"');
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('why-error');
  });

  it('is read out with its error, and only with its own', () => {
    const html = renderToString(field([...ERRORS, { field: 'other', message: 'Something else' }]));
    expect(html).toMatch(/aria-describedby="why-hint why-error" aria-invalid="true"/);
    expect(html).toMatch(/id="why-error"><span class="visually-hidden">Error: <\/span>Write a reason/);
    expect(html).not.toContain('Something else');
  });
});

describe('a field', () => {
  it('keeps what was typed', () => {
    expect(renderToString(<TextField {...FIELD} />)).toContain('value="a &quot;b&quot;"');
    expect(renderToString(<TextArea {...FIELD} value={'<b>\nc'} />)).toContain('&lt;b>\nc</textarea>');
    expect(renderToString(<Choices {...FIELD} options={OPTIONS} value="no" />)).toMatch(/value="no" checked/);
  });

  it('of a few choices names its group, and its first choice is where the error summary leads', () => {
    const html = renderToString(<Choices {...FIELD} options={OPTIONS} errors={ERRORS} />);
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="why-hint why-error"/);
    expect(html).toContain('<legend>Reason</legend>');
    expect(html).toMatch(/<input type="radio" id="why" name="reason" value="yes"/);
    expect(html).toMatch(/<input type="radio" id="why-1" name="reason" value="no"/);
  });
});

describe('the error summary', () => {
  it('takes the focus and leads to each field', () => {
    const html = renderToString(<ErrorSummary errors={ERRORS} />);
    expect(html).toMatch(/tabindex="-1" autofocus/);
    expect(html).toContain('<a href="#why">Write a reason</a>');
  });

  it('is not there without errors', () => {
    expect(renderToString(<ErrorSummary errors={[]} />)).toBe('');
  });
});
