import type { ComponentChildren } from 'preact';

export interface SideLink {
  address: string;
  label: string;
}

/** Where somebody is among pages that belong together. */
export function Side(props: {
  label: string;
  title: SideLink;
  links: readonly SideLink[];
  /** The address of the page. */
  current: string;
  children?: ComponentChildren;
}) {
  const { label, title, links, current, children } = props;
  return (
    <nav class="left" aria-label={label}>
      <p class="left-title">
        <a href={title.address} aria-current={title.address === current ? 'page' : undefined}>
          {title.label}
        </a>
      </p>
      <ul class="contents short">
        {links.map(({ address, label: text }) => (
          <li key={address}>
            <a href={address} aria-current={address === current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </nav>
  );
}
