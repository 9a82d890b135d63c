/** The addresses of what is published as data: those of the pages with the format as their ending. */
import { frameworkAddress, type VersionInAddress } from '../views/addresses.ts';

/** The address of the same as data, for a page's address without a fragment. */
export function dataAddress(page: string): string {
  return `${page}.json`;
}

/** The picture that stands for a page where its link is shown. */
export function pictureAddress(page: string): string {
  return `${page}.png`;
}

/** The bytes that a release's digest was made of. */
export function documentAddress(id: string, version: VersionInAddress): string {
  return `${frameworkAddress(id, version)}/document.json`;
}

/** What a digest was made of, wherever that was released. @param digest with its `sha256:` */
export function digestAddress(digest: string): string {
  return `/releases/${digest.replace('sha256:', '')}`;
}

export const FEED = '/feed.atom';
export const SITEMAP = '/sitemap.xml';
export const OPENAPI = '/openapi.json';
export const API_REFERENCE = '/api';
