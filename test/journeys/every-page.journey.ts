import { everyPage } from './every-page.ts';

everyPage('has nothing wrong for assistive software, nor too wide, nor out of reach of Tab', {
  onTelephones: 'dark',
  script: true,
});
