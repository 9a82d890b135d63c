import { NarrowForm } from './fields.tsx';
import { simplePage } from './simple-page.tsx';

export function signOutPage(token: string) {
  return simplePage('Sign out', {
    lede: 'What you have not sent yet, such as a note that waits in this browser, goes with it.',
    children: <NarrowForm action="/sign-out" token={token} button="Sign out" />,
  });
}
