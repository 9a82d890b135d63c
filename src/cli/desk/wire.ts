/** How a command's input and output cross the local socket: JSON, in which bytes and dates keep their kind. */

/** JSON text of a value that may hold `Uint8Array` and `Date`. */
export function encode(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, plain) {
    const original = this[key];
    if (original instanceof Uint8Array) return { $bytes: Buffer.from(original).toString('base64') };
    if (original instanceof Date) return { $date: original.toISOString() };
    if (original instanceof Set) return { $set: [...original] };
    return plain;
  });
}

/** What `encode` was given. */
export function decode(text: string): unknown {
  return JSON.parse(text, (_key, value) => {
    if (typeof value?.$bytes === 'string') return new Uint8Array(Buffer.from(value.$bytes, 'base64'));
    if (typeof value?.$date === 'string') return new Date(value.$date);
    if (Array.isArray(value?.$set)) return new Set(value.$set);
    return value;
  });
}
