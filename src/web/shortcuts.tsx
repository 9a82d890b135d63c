import type { Page } from './page.ts';

interface Shortcut {
  keys: string[];
  does: string;
  signedIn?: boolean;
}

const SHORTCUTS: Shortcut[] = [
  { keys: ['/'], does: 'Search' },
  { keys: ['e'], does: 'Note what happened', signedIn: true },
  { keys: ['Ctrl', 'Enter'], does: 'Save what you are noting', signedIn: true },
  { keys: ['s'], does: 'Share the evidence that is open', signedIn: true },
  { keys: ['↓', '↑'], does: 'Go through what was found, or walk the path of levels' },
  { keys: ['Enter'], does: 'Open what is chosen' },
  { keys: ['1', '2', '3', '4'], does: 'Take a stance, while you prepare a conversation', signedIn: true },
  { keys: ['0', 'n'], does: 'Leave it open, or write a note', signedIn: true },
  { keys: ['←', '→'], does: 'Go to the expectation before or after', signedIn: true },
  { keys: ['Esc'], does: 'Close the list or this help' },
  { keys: ['?'], does: 'Show these shortcuts' },
];

/** The address under which the shortcuts are a page, without script too. */
export const SHORTCUTS_ADDRESS = '/shortcuts';

/** What each key does. */
export function Shortcuts({ signedIn = false }: { signedIn?: boolean }) {
  return (
    <dl class="shortcuts">
      {SHORTCUTS.filter((shortcut) => signedIn || !shortcut.signedIn).map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in a dialogue on every page; `shortcuts.js` opens it. */
export function ShortcutsDialog({ signedIn }: { signedIn: boolean }) {
  return (
    <dialog id="_shortcuts" class="dialog" aria-labelledby="_shortcuts-title">
      <p id="_shortcuts-title" class="dialog-title">
        Keyboard shortcuts
      </p>
      <Shortcuts signedIn={signedIn} />
      <form method="dialog">
        <button type="submit" class="button">
          Close
        </button>
      </form>
    </dialog>
  );
}

/** The shortcuts as a page. */
export function shortcutsPage(signedIn = false): Page {
  return {
    title: 'Keyboard shortcuts',
    address: SHORTCUTS_ADDRESS,
    main: (
      <>
        <h1>Keyboard shortcuts</h1>
        <p class="lede">Everything can be reached without them. They do nothing while you type in a field.</p>
        <Shortcuts signedIn={signedIn} />
      </>
    ),
  };
}
