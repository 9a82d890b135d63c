/** Loads a page that waits for the other side again once the conversation has moved on. */
const waiting = document.querySelector('[data-watch]');
const EVERY = 2500;

let etag;

async function look() {
  const headers = etag === undefined ? {} : { 'if-none-match': etag };
  const answer = await fetch(waiting.dataset.watch, { headers, cache: 'no-store' });
  if (answer.status !== 200) return;
  if (etag !== undefined) location.reload();
  etag = answer.headers.get('etag');
}

async function keepLooking() {
  if (!document.hidden) await look().catch(() => {});
  setTimeout(keepLooking, EVERY);
}

if (waiting) keepLooking();
