import { Phrase } from '../../../web/text.tsx';
import { deskAddress } from './addresses.ts';
import { DecidedBy } from './decided-by.tsx';
import type { Desk } from './desk.ts';
import { DeskFields, OneButtonForm } from './desk-page.tsx';

/** The order of the proficiencies, which is put right with buttons and then confirmed. */
export function ScaleOrder({ desk, order }: { desk: Desk; order: readonly string[] | undefined }) {
  const { draft } = desk.stored;
  const { steps, ordered } = draft.scale;
  if (steps.length < 2) return null;
  const { scale: confirmed } = draft.confirmed;
  const names = new Map(steps.map(({ id, name }) => [id, name]));
  const shown = order ?? confirmed?.order ?? steps.map(({ id }) => id);
  const settled = ordered || confirmed !== undefined;
  return (
    <section class="part" aria-labelledby="_scale">
      <h2 id="_scale">Order of the proficiencies</h2>
      <p class="quiet">
        {settled
          ? 'The lowest stands first.'
          : 'The source does not say in which order they stand, so nothing compares them. Put the lowest first, then confirm.'}
      </p>
      {confirmed !== undefined && <DecidedBy decision={confirmed} />}
      {ordered && confirmed === undefined && <p class="quiet">The source gives this order.</p>}
      <Moves desk={desk} order={shown} names={names} />
      <div class="buttons">
        <form method="post" action={deskAddress(draft.id, 'policy', 'scale')}>
          <DeskFields desk={desk} />
          <OrderFields order={shown} />
          <button type="submit" class="button">
            Confirm this order
          </button>
        </form>
        {confirmed !== undefined && (
          <OneButtonForm
            desk={desk}
            action={deskAddress(draft.id, 'policy', 'withdrawals')}
            fields={{ scale: 'yes' }}
          >
            Take back<span class="visually-hidden"> the order of the proficiencies</span>
          </OneButtonForm>
        )}
      </div>
    </section>
  );
}

/** Moving changes nothing that is kept, so it is a question to the page: the order travels in the address. */
function Moves(props: { desk: Desk; order: readonly string[]; names: ReadonlyMap<string, string> }) {
  const { desk, order, names } = props;
  return (
    <form method="get" action={`${deskAddress(desk.stored.id, 'policy')}#_scale`}>
      <OrderFields order={order} />
      <ol class="order">
        {order.map((id, index) => (
          <li key={id}>
            <span dir="auto">
              <Phrase text={names.get(id) ?? id} />
            </span>
            <span class="moves">
              {index > 0 && <Move direction="up" id={id} name={names.get(id) ?? id} />}
              {index < order.length - 1 && <Move direction="down" id={id} name={names.get(id) ?? id} />}
            </span>
          </li>
        ))}
      </ol>
    </form>
  );
}

function Move({ direction, id, name }: { direction: 'up' | 'down'; id: string; name: string }) {
  return (
    <button type="submit" class="button small" name={direction} value={id}>
      Move {direction}
      <span class="visually-hidden">
        : <Phrase text={name} />
      </span>
    </button>
  );
}

function OrderFields({ order }: { order: readonly string[] }) {
  return (
    <>
      {order.map((id) => (
        <input key={id} type="hidden" name="order" value={id} />
      ))}
    </>
  );
}
