import type { ComponentChildren } from 'preact';

/** What somebody must know before reading on. `attention` is for what may still change or be out of date. */
export function Banner(props: { tone: 'attention' | 'plain'; label: string; children: ComponentChildren }) {
  return (
    <section class={`banner ${props.tone}`} aria-label={props.label}>
      {props.children}
    </section>
  );
}
