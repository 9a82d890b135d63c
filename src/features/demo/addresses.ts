import type { SiteNotice } from '../../web/page.ts';

export const DEMO_ADDRESS = '/demo';

/** What every page says first, published ones too. */
export const DEMO_NOTICE: SiteNotice = {
  label: 'Demo',
  text: 'Nobody here exists.',
  signIn: 'Nobody here has a password.',
  link: { address: DEMO_ADDRESS, text: 'Choose who to be' },
};

/** Where a visitor becomes somebody. */
export const SESSIONS_ADDRESS = `${DEMO_ADDRESS}/sessions`;
