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
}

/** A page before the shell is put around it. Left: where I am; centre: the text; right: what I can do about it. */
export interface Page {
  /** What the browser's tab says, most particular part first. */
  title: string;
  /** Path of the page's one address; absent for what has none, such as an error. */
  address?: string;
  /** Drafts stay out of search engines. */
  draft?: boolean;
  /** The main entry of the header that the page belongs to. */
  section?: 'frameworks';
  left?: ComponentChildren;
  main: ComponentChildren;
  right?: ComponentChildren;
  scripts?: readonly Script[];
}
