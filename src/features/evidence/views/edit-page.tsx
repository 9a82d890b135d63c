import type { Evidence } from '../../../domain/evidence.ts';
import { titleOf } from '../../../domain/evidence-title.ts';
import { type FieldError, TextArea, TextField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { MarkdownText } from '../../../web/text.tsx';
import { evidenceAddress } from './addresses.ts';
import { WhenAndWhat } from './evidence-text.tsx';
import { KindField } from './kind-field.tsx';
import { evidencePage } from './shell.tsx';

/** What the form holds, as it stands or as it was sent. */
export interface EditForm {
  text: string;
  happenedOn: string;
  kind: string;
  /** The version that this edit is made from. */
  seen: number;
}

interface Props {
  evidence: Evidence;
  form: EditForm;
  token: string;
  errors?: readonly FieldError[];
}

export function editPage({ evidence, form, token, errors = [] }: Props): Page {
  return evidencePage({
    title: `Edit: ${titleOf(evidence.text)}`,
    errors,
    main: (
      <>
        <h1>Edit what happened</h1>
        <p class="lede">What it says now is kept as an earlier version.</p>
        <EditFields evidence={evidence} form={form} token={token} errors={errors} save="Save" />
      </>
    ),
  });
}

/** Somebody, most likely the same person in another tab, changed it meanwhile: both texts, and nothing is lost. */
export function conflictPage({ evidence, form, token }: Props): Page {
  return evidencePage({
    title: `Changed meanwhile: ${titleOf(evidence.text)}`,
    main: (
      <div class="conflict">
        <h1>This was changed meanwhile</h1>
        <p class="lede">
          It was saved from another tab or device after you opened it. Nothing you typed is lost: make one
          text of the two, then save.
        </p>
        <div class="side-by-side">
          <section aria-labelledby="_saved">
            <h2 id="_saved">What is saved now</h2>
            <WhenAndWhat evidence={evidence} />
            <MarkdownText text={evidence.text} headingsFrom={3} />
            <p>
              <a href={evidenceAddress(evidence.id)}>Keep this, and leave mine</a>
            </p>
          </section>
          <section aria-labelledby="_yours">
            <h2 id="_yours">What you typed</h2>
            <EditFields evidence={evidence} form={form} token={token} errors={[]} save="Save mine" />
          </section>
        </div>
      </div>
    ),
  });
}

function EditFields(props: Props & { errors: readonly FieldError[]; save: string }) {
  const { evidence, form, token, errors, save } = props;
  const { id } = evidence;
  return (
    <form class="note-form" method="post" action={evidenceAddress(id, 'versions')} data-draft={id} novalidate>
      <Token token={token} />
      <input type="hidden" name="version" value={form.seen} />
      <TextArea id="text" name="text" label="What happened?" value={form.text} errors={errors} rows={10} />
      <TextField
        id="happened-on"
        name="happened-on"
        type="date"
        label="When it happened"
        value={form.happenedOn}
        errors={errors}
      />
      <KindField value={form.kind} errors={errors} />
      <div class="buttons">
        <button type="submit" class="button">
          {save}
        </button>
        <a href={evidenceAddress(id)}>Leave it as it is</a>
      </div>
    </form>
  );
}
