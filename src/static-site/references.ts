/** Decides what becomes of each reference in a page when the page moves into a static site. */
import { type Kind, likelyKind, staticAddress, type Target, targetOf } from './addresses.ts';
import { type Reference, type Rewritten, rewriteMarkup } from './rewrite.ts';

/** Where a static site will be hosted. */
export interface Hosting {
  /** Path that everything lies below, with a slash at both ends: `/` or `/subfolder/`. */
  base: string;
  /** Public address without a trailing slash, `base` included. Without it nothing can name a whole address, so what
   * consists of whole addresses (sitemap, feeds, canonical links, pictures for previews) is left out. */
  baseUrl?: string | undefined;
}

/** What the app takes for its public address where the site has none: no reader ever meets it. */
const NO_ADDRESS = 'http://no-address.invalid';

/** The public address to give to the app. */
export function addressForApp({ baseUrl }: Hosting): string {
  return baseUrl ?? NO_ADDRESS;
}

/** What is known and guessed about the addresses of a site while it is written. */
export class References {
  readonly #hosting: Hosting;
  readonly #known = new Map<string, Kind>();
  readonly #found: (path: string) => void;
  readonly #led = new Set<string>();
  #surprised = false;

  /** @param found called with each path that something refers to, perhaps more than once */
  constructor(hosting: Hosting, found: (path: string) => void) {
    this.#hosting = hosting;
    this.#found = found;
  }

  /** Notes what an address answered with. What was rewritten before may have guessed otherwise. */
  learn(path: string, kind: Kind): void {
    this.#known.set(path, kind);
    if (this.#led.has(path) && kind !== this.#guess(path)) this.#surprised = true;
  }

  /** Whether a reference was rewritten before its address answered otherwise than its looks let expect. */
  get hasSurprises(): boolean {
    return this.#surprised;
  }

  /** The page, or the XML, with every reference leading to where its target lies in the site. */
  page(markup: string, path: string): string {
    const moved = rewriteMarkup(markup, (reference) => this.#rewrite(reference, path));
    return this.#withoutPlaceholder(moved);
  }

  /** Data stays to the letter, since digests are made of it; what it names by whole addresses becomes part of the
   * site. Hosts lead such an address of a page on to its folder. */
  data(text: string): string {
    for (const [, address = ''] of text.matchAll(/"(https?:\/\/[^"\\]*)"/g)) {
      const target = targetOf(address, '/', addressForApp(this.#hosting));
      if (target !== undefined) this.#found(target.path);
    }
    return this.#withoutPlaceholder(text);
  }

  /** The static address of a root-relative or whole address that stands in a file. */
  address(address: string): string {
    const target = targetOf(address, '/', addressForApp(this.#hosting));
    return target === undefined ? address : this.#lead(target).to;
  }

  #rewrite(reference: Reference, path: string): Rewritten {
    const { value, element, attribute } = reference;
    const target = targetOf(value, path, addressForApp(this.#hosting));
    if (target === undefined || !mayRefer(reference, target)) return 'keep';
    if (this.#hosting.baseUrl === undefined && needsWholeAddress(reference)) return 'remove';
    const lead = this.#lead(target);
    if (lead.kind !== 'nothing') return lead;
    if (element === 'a') return 'drop';
    if (element === 'link' || element === 'meta') return 'remove';
    if (attribute.startsWith('data-')) return 'keep';
    throw new Error(`${path} cannot do without ${value}, which does not answer`);
  }

  #lead(target: Target): { to: string; kind: Kind } {
    const { path, rest, absolute } = target;
    this.#led.add(path);
    this.#found(path);
    const kind = this.#known.get(path) ?? this.#guess(path);
    const { base, baseUrl } = this.#hosting;
    const start = absolute && baseUrl !== undefined ? `${baseUrl}/` : base;
    return { to: start + staticAddress(path, kind) + rest, kind };
  }

  /** Whole addresses become root-relative ones where the site has no public address. */
  #withoutPlaceholder(text: string): string {
    const { base, baseUrl } = this.#hosting;
    return baseUrl === undefined ? text.replaceAll(NO_ADDRESS, base.slice(0, -1)) : text;
  }

  #guess(path: string): Kind {
    if (this.#hosting.baseUrl === undefined && /\.(xml|atom)$/.test(path)) return 'nothing';
    return likelyKind(path);
  }
}

/** `content` and `data-` attributes hold all kinds of things; only a plain address counts as one. */
function mayRefer({ attribute, value }: Reference, { absolute }: Target): boolean {
  if (attribute === 'content') return absolute;
  return !attribute.startsWith('data-') || absolute || /^\/[^/\s]\S*$/.test(value);
}

/** Canonical links and pictures for previews say nothing without a host. */
function needsWholeAddress({ element, attributes }: Reference): boolean {
  return element === 'meta' || (element === 'link' && attributes.get('rel') === 'canonical');
}
