import type { ComponentChildren } from 'preact';
import type { Page } from '../../../web/page.ts';

/** A page of signing in that says one thing. */
export function simplePage(
  title: string,
  { lede, children }: { lede: string; children?: ComponentChildren },
): Page {
  return {
    title,
    draft: true,
    main: (
      <div class="entrance">
        <h1>{title}</h1>
        <p class="lede">{lede}</p>
        {children}
      </div>
    ),
  };
}

/** A one-time link that was used, is out of date or was cut short: nobody can tell which. */
export function notValidPage(lede: string, next: { href: string; text: string }): Page {
  return simplePage('This link does not work any more', {
    lede: `It was used, is out of date, or was cut short. ${lede}`,
    children: (
      <p>
        <a href={next.href}>{next.text}</a>
      </p>
    ),
  });
}

export function tooOftenPage(what: string): Page {
  return simplePage('That was tried too often', {
    lede: `${what} Wait a quarter of an hour, then try again.`,
    children: (
      <p>
        <a href="/sign-in">Back to signing in</a>
      </p>
    ),
  });
}
