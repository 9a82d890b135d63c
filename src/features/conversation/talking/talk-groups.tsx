import { refuseRecord } from '../../../domain/conversation.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { ReturnedRow } from './agreed-fields.tsx';
import { type Group, groupsOf, type Shown } from './groups.ts';
import type { ReturnedAction } from './row-actions.tsx';
import type { TalkData } from './talk-data.ts';
import { TalkRow } from './talk-row.tsx';

export interface TalkPageProps {
  data: TalkData;
  /** All of it where it is left out. */
  shown?: Shown | undefined;
  done?: string | undefined;
  errors?: readonly FieldError[];
  /** Rows that came back, by expectation. */
  returned?: ReadonlyMap<string, ReturnedRow>;
  action?: ReturnedAction;
}

/** The rows by how they are seen: differences first. */
export function Rows(props: TalkPageProps) {
  const { data, shown } = props;
  const groups = groupsOf(data.rows).filter(({ id }) => shown === undefined || id === shown);
  return groups.map((group) => (
    <section key={group.id} class="talk-group" aria-labelledby={`_${group.id}`}>
      {/* What both see the same is folded, unless somebody asks for it. */}
      {group.id === 'same' && shown === undefined ? (
        <details
          class="fold"
          open={group.rows.some(({ expectation }) => props.returned?.has(expectation.id))}
        >
          <summary>
            <h2 id={`_${group.id}`}>
              {group.heading}, {group.rows.length}
            </h2>
          </summary>
          <GroupRows {...props} group={group} />
        </details>
      ) : (
        <>
          <h2 id={`_${group.id}`}>{group.heading}</h2>
          <GroupRows {...props} group={group} />
        </>
      )}
    </section>
  ));
}

function GroupRows({ data, group, returned, action }: TalkPageProps & { group: Group }) {
  const writable = refuseRecord(data.talk.state) === undefined;
  return group.rows.map((row) => (
    <TalkRow
      key={row.expectation.id}
      data={data}
      row={row}
      place={data.rows.indexOf(row) + 1}
      writable={writable}
      returned={returned?.get(row.expectation.id)}
      action={action}
    />
  ));
}
