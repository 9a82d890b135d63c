import type { ComponentChildren } from 'preact';
import { ErrorSummary, type FieldError, Done as Said } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { titleText } from '../../../web/text.tsx';
import { DONE, type DoneWord, EVIDENCE, MY_PATH } from './addresses.ts';

/** What every page about a person's evidence has in common. */
export interface Shell {
  title: string;
  errors?: readonly FieldError[];
  /** What was just done. */
  done?: DoneWord | undefined;
  main: ComponentChildren;
  left?: ComponentChildren;
  right?: ComponentChildren;
  scripts?: Page['scripts'];
}

export function evidencePage({ title, errors = [], done, main, left, right, scripts }: Shell): Page {
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}${titleText(title)}`,
    draft: true,
    section: 'my-path',
    left: left ?? <WayBack />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        {done !== undefined && <Said>{DONE[done]}</Said>}
        {main}
      </>
    ),
    right,
    ...(scripts === undefined ? {} : { scripts }),
  };
}

/** Where a person's own evidence is read. */
export function WayBack({ children }: { children?: ComponentChildren }) {
  return (
    <nav class="left way-back" aria-label="Your evidence">
      <p class="left-title">
        <a href={MY_PATH}>My path</a>
      </p>
      <p class="left-title">
        <a href={EVIDENCE}>Your evidence</a>
      </p>
      {children}
    </nav>
  );
}
