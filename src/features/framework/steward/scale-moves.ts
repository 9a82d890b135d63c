/**
 * The order that an address asks for: what it lists, with one step moved up or down.
 *
 * @param asked the parameters `order` (once a step), `up` and `down`
 * @returns undefined where the address does not list every step once
 */
export function movedOrder(
  steps: readonly { id: string }[],
  asked: { order: readonly string[]; up?: string | undefined; down?: string | undefined },
): string[] | undefined {
  const order = [...asked.order];
  const all = steps.map(({ id }) => id).toSorted();
  if (JSON.stringify(order.toSorted()) !== JSON.stringify(all)) return undefined;
  const from = order.indexOf(asked.up ?? asked.down ?? '');
  const to = asked.up === undefined ? from + 1 : from - 1;
  const [moved, passed] = [order[from], order[to]];
  if (moved === undefined || passed === undefined) return order;
  return order.with(from, passed).with(to, moved);
}
