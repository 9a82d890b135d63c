import type { QualificationWords } from '../../../domain/qualification.ts';
import { type FieldError, FileField, TextField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { QUALIFICATIONS, qualificationAddress } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';
import { ACCEPTED } from './file.ts';

/** @param id of what is changed; absent for a new one */
export function qualificationFormPage(props: {
  id?: string;
  form: QualificationWords;
  /** Whether there is a file already, which a new one replaces. */
  file: boolean;
  token: string;
  errors: readonly FieldError[];
}): Page {
  const { id, form, file, token, errors } = props;
  const heading = id === undefined ? 'Enter a qualification' : 'Change the qualification';
  return planPage({
    title: heading,
    current: QUALIFICATIONS,
    errors,
    main: (
      <form
        class="plan-form"
        method="post"
        action={id === undefined ? QUALIFICATIONS : qualificationAddress(id, 'wordings')}
        enctype="multipart/form-data"
      >
        <Token token={token} />
        <h1>{heading}</h1>
        <TextField
          id="name"
          name="name"
          label="Name"
          hint="As the certificate says it."
          value={form.name}
          errors={errors}
        />
        <TextField id="body" name="body" label="Who gave it? (optional)" value={form.body} errors={errors} />
        <TextField id="number" name="number" label="Number (optional)" value={form.number} errors={errors} />
        <TextField
          id="from"
          name="from"
          type="date"
          label="From (optional)"
          value={form.from}
          errors={errors}
        />
        <TextField
          id="until"
          name="until"
          type="date"
          label="Until (optional)"
          hint="Leave it empty where it does not end. You are told 90 and 30 days before."
          value={form.until}
          errors={errors}
        />
        <FileField
          id="file"
          name="file"
          label={file ? 'Another file (optional)' : 'File (optional)'}
          hint={`PNG, JPEG or PDF, 10 MB at most.${file ? ' It replaces the one that is there.' : ''}`}
          accept={ACCEPTED}
          errors={errors}
        />
        <div class="buttons">
          <button type="submit" class="button">
            Save
          </button>
          {id === undefined && <p class="quiet">Only you can read it until you share it.</p>}
        </div>
      </form>
    ),
  });
}
