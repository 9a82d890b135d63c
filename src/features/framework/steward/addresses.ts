/** The addresses of the pages for stewards: parts of the draft. */
import { frameworkAddress } from '../views/addresses.ts';

export const DESK_PAGES = ['rows', 'policy', 'findings'] as const;
export type DeskPage = (typeof DESK_PAGES)[number];

/** @param part what is created by a form, e.g. `confirmations` */
export function deskAddress(framework: string, page: DeskPage, part?: string): string {
  const at = `${frameworkAddress(framework, 'draft')}/${page}`;
  return part === undefined ? at : `${at}/${part}`;
}
