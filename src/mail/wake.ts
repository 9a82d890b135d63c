/** Tells the senders of this process that mail was handed over. Other processes look by themselves. */

const senders = new Set<() => void>();

/** @returns what ends the listening */
export function onHandOver(wake: () => void): () => void {
  senders.add(wake);
  return () => void senders.delete(wake);
}

export function wakeSenders(): void {
  for (const wake of senders) wake();
}
