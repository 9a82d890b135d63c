import type { ComponentChildren } from 'preact';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { planPage, type Shell } from './shell.tsx';

/** What stands between a form and what cannot be undone: what will happen, before it does. */
export function checkPage(props: {
  heading: string;
  children: ComponentChildren;
  action: string;
  /** What the form holds besides. */
  fields?: Readonly<Record<string, string>>;
  token: string;
  /** What the button says that it does. */
  confirm: string;
  /** The page to go back to, and what its link says. */
  back: string;
  keep: string;
  shell?: Pick<Shell, 'left' | 'section' | 'current'>;
}): Page {
  const { heading, children, action, fields = {}, token, confirm, back, keep, shell } = props;
  return planPage({
    ...shell,
    title: heading,
    main: (
      <>
        <h1>{heading}</h1>
        <div class="check">{children}</div>
        <form method="post" action={action}>
          <Token token={token} />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div class="buttons">
            <button type="submit" class="button">
              {confirm}
            </button>
            <a href={back}>{keep}</a>
          </div>
        </form>
      </>
    ),
  });
}
