/** The addresses of trackers: bringing one in, and taking one's evidence along. */

/** Where a tracker is brought, and where one's own is taken. */
export const TRACKER = '/evidence/tracker';

/** What becomes of a file, before anything is written. */
export const TRACKER_PREVIEW = `${TRACKER}/preview`;

/** What the preview's form creates. */
export const TRACKER_IMPORTS = `${TRACKER}/imports`;

export const TRACKER_XLSX = `${TRACKER}.xlsx`;
export const TRACKER_CSV = `${TRACKER}.csv`;
