import type { ComponentChildren } from 'preact';
import type { Assets, Script } from './assets.ts';

/** What is the same on every page of an installation. */
export interface Site {
  assets: Assets;
  /** Public address without a trailing slash, e.g. `https://cairn.example.org`. */
  baseUrl: string;
  /** Version of Cairn. */
  version: string;
  /** Whether pages are written to be hosted without a server: they then leave out what only a server can answer, such
   * as a form whose result has an address of its own. */
  static: boolean;
  /** What people who are signed in have on every page; absent where nobody can sign in. */
  people?: {
    /** The cookie whose holder may be signed in. */
    cookie: string;
    /** What stands at the end of every page of theirs, e.g. the box for a quick note. */
    everywhere?: () => ComponentChildren;
  };
  /** Absent almost everywhere. It is the same on published pages, so it holds nothing about anybody. */
  notice?: SiteNotice;
}

/** What every page of an installation says first, before its header. */
export interface SiteNotice {
  /** The word that stands out, e.g. "Demo". */
  label: string;
  text: string;
  link: { address: string; text: string };
  /** What is said before the link where people sign in. */
  signIn: string;
}

/** The main entries of the header. */
export type Section = 'frameworks' | 'my-path' | 'conversations' | 'team' | 'people' | 'you';

/** Something that says the same as a page in another format. */
export interface Alternate {
  /** Media type, e.g. `application/json`. */
  type: string;
  /** Path of its address. */
  address: string;
  title: string;
}

/** A page before the shell is put around it. Left: where I am; centre: the text; right: what I can do about it. */
export interface Page {
  /** What the browser's tab says, most particular part first. */
  title: string;
  /** Path of the page's one address; absent for what has none, such as an error. */
  address?: string;
  /** Path of the address that search engines should list, where that is not the page's own. */
  canonical?: string;
  /** What the page is, in a sentence or two, for search engines and for those to whom its link is sent. */
  description?: string;
  /** The same in other formats. */
  alternates?: readonly Alternate[];
  /** Path of a picture of 1200 by 630 pixels that stands for the page where its link is shown. */
  picture?: string;
  /** What the page says, in the words of schema.org, with whole addresses. */
  structuredData?: (baseUrl: string) => object;
  /** Drafts stay out of search engines. */
  draft?: boolean;
  /** The main entry of the header that the page belongs to. */
  section?: Section;
  left?: ComponentChildren;
  main: ComponentChildren;
  right?: ComponentChildren;
  scripts?: readonly Script[];
}
