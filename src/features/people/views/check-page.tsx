import type { ComponentChildren } from 'preact';
import { Token } from '../../../web/form.tsx';
import type { Page, Section } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';

/** Whether what a form asks for was looked at on its page of checking. */
export function isChecked(form: { text(name: string): string }): boolean {
  return form.text('checked') === 'yes';
}

/** What stands between a form and what follows from it: what will happen, once more, before it does. */
export function checkPage(props: {
  heading: string;
  section: Section;
  left: ComponentChildren;
  /** What will be so afterwards. */
  children: ComponentChildren;
  /** Where the form goes again, with what it held. */
  action: string;
  fields: Readonly<Record<string, string>>;
  token: string;
  /** What the button says that it does. */
  confirm: string;
  /** The page to go back to. */
  back: string;
}): Page {
  const { heading, section, left, children, action, fields, token, confirm, back } = props;
  return {
    title: `Check: ${heading}`,
    draft: true,
    section,
    left,
    main: (
      <>
        <h1>
          <Phrase text={heading} />
        </h1>
        <div class="check">{children}</div>
        <form method="post" action={action}>
          <Token token={token} />
          <input type="hidden" name="checked" value="yes" />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p class="buttons">
            <button type="submit" class="button">
              {confirm}
            </button>
            <a href={back}>Back, and change nothing</a>
          </p>
        </form>
      </>
    ),
  };
}
