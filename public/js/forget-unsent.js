/** Signing out leaves nothing behind on this device that somebody wrote and that was not sent. */
document.addEventListener('submit', (event) => {
  if (new URL(event.target.action).pathname !== '/sign-out') return;
  for (const key of Object.keys(localStorage))
    if (key.startsWith('cairn:unsent:')) localStorage.removeItem(key);
});
