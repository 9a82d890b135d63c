/** Resolves at the first signal to stop; a second one ends the process at once. */
export function stopAsked(): Promise<void> {
  return new Promise((done) => {
    const stop = () => {
      process.once('SIGINT', () => process.exit(130));
      done();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
