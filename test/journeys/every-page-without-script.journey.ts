import { everyPage } from './every-page.ts';

everyPage('has nothing wrong without script either', { onTelephones: 'light', script: false });
