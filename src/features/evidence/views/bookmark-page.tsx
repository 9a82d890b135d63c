import type { Page } from '../../../web/page.ts';
import { NEW_EVIDENCE } from './addresses.ts';
import { evidencePage } from './shell.tsx';

/** A bookmark that brings the page one is on to the form of a new note. */
export function bookmarkPage(baseUrl: string): Page {
  return evidencePage({
    title: 'A bookmark for notes',
    main: (
      <>
        <h1>A bookmark for notes</h1>
        <p class="lede">
          It opens a new note with the title and the address of the page you are on: a ticket, a review, a
          dashboard. What you marked on that page comes along as the beginning of the note.
        </p>
        <p>
          <a class="button bookmark" href={bookmarkCode(baseUrl)}>
            Note it in Cairn
          </a>
        </p>
        <h2>How to keep it</h2>
        <ol class="points">
          <li>Show the bookmarks bar of your browser (Ctrl+Shift+B in most).</li>
          <li>
            Drag the button above onto the bar. Here it does nothing when clicked; on other pages it does.
          </li>
          <li>On any other page, click it in the bar.</li>
        </ol>
        <p>
          On a phone: bookmark this page, then edit the bookmark and put this in place of its address. On a
          page that you want to note, type the bookmark’s name into the address line and choose it.
        </p>
        <p class="command" dir="ltr">
          {bookmarkCode(baseUrl)}
        </p>
        <p class="quiet">
          It runs only when you click it, reads only title, address and what you marked, and sends them to
          nobody but this installation. Some pages forbid all bookmarks of this kind.
        </p>
      </>
    ),
  });
}

/** Opens the form in a window of its own. Kept short: browsers cut long addresses off. */
export function bookmarkCode(baseUrl: string): string {
  const form = JSON.stringify(`${baseUrl}${NEW_EVIDENCE}?`);
  const code = `(function(){var s=String(getSelection()).slice(0,1500);open(${form}+new URLSearchParams({url:location.href.slice(0,1500),title:document.title.slice(0,300),text:s}))})()`;
  return `javascript:${encodeURIComponent(code)}`;
}
