import type { ComponentChildren } from 'preact';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { counted, PersonLink } from '../../views/names.tsx';
import type { LinePerson } from '../queries.ts';
import { PeopleSide } from './directory-page.tsx';

export const LINE = '/people/line';

/** A part of the reporting line: the way down to one person, who stands beside them, and who is below them. */
export interface LineShown {
  /** From the top down to the person at whom the tree is opened, who is the last. */
  above: readonly LinePerson[];
  /** Those who report to the same manager, the person included; empty for somebody who reports to nobody. */
  beside: Branch;
  below: Branch;
  /** Those who report to nobody. */
  tops: Branch;
  viewer: string;
}

export interface Branch {
  people: readonly LinePerson[];
  /** Id after which further ones come. */
  next?: string;
}

export function linePage(shown: LineShown): Page {
  const { above, tops } = shown;
  const at = above.at(-1);
  const others = tops.people.filter(({ id }) => id !== above[0]?.id);
  return {
    title: 'Reporting line',
    draft: true,
    section: 'people',
    left: <PeopleSide current={LINE} />,
    main: (
      <div class="people-pages">
        <h1>Reporting line</h1>
        <p class="lede">
          Who reports to whom today
          {at !== undefined && (
            <>
              , opened at <Phrase text={at.id === shown.viewer ? 'your place' : at.name} />
            </>
          )}
          .
        </p>
        {at !== undefined && (
          <ul class="reporting-line">
            <Down shown={shown} depth={0} />
          </ul>
        )}
        {(others.length > 0 || tops.next !== undefined) && (
          <section aria-labelledby="_tops">
            <h2 id="_tops">{at === undefined ? 'Who reports to nobody' : 'Others who report to nobody'}</h2>
            <ul class="reporting-line">
              {others.map((person) => (
                <Node key={person.id} person={person} viewer={shown.viewer} />
              ))}
            </ul>
            {tops.next !== undefined && <Further of="tops" after={tops.next} at={at?.id} />}
          </section>
        )}
        {at === undefined && others.length === 0 && <p>Nobody is in the directory yet.</p>}
      </div>
    ),
  };
}

/** One step of the way down; the last one opens into those beside and below. */
function Down({ shown, depth }: { shown: LineShown; depth: number }) {
  const { above, beside, viewer } = shown;
  const person = above[depth];
  if (person === undefined) return null;
  const last = above.length - 1;
  if (depth === last) return <Opened shown={shown} person={person} />;
  if (depth < last - 1) {
    return (
      <Node person={person} viewer={viewer}>
        <Down shown={shown} depth={depth + 1} />
      </Node>
    );
  }
  const at = above[last];
  const missing = beside.people.every(({ id }) => id !== at?.id);
  return (
    <Node person={person} viewer={viewer}>
      {missing && <Down shown={shown} depth={last} />}
      {beside.people.map((one) =>
        one.id === at?.id ? (
          <Opened key={one.id} shown={shown} person={one} />
        ) : (
          <Node key={one.id} person={one} viewer={viewer} />
        ),
      )}
      {beside.next !== undefined && (
        <li>
          <a href={`${LINE}?at=${encodeURIComponent(person.id)}`}>
            All who report to <Phrase text={person.name} />
          </a>
        </li>
      )}
    </Node>
  );
}

function Opened({ shown, person }: { shown: LineShown; person: LinePerson }) {
  const { below, viewer } = shown;
  return (
    <Node person={person} viewer={viewer} opened>
      {below.people.length > 0 &&
        below.people.map((one) => <Node key={one.id} person={one} viewer={viewer} />)}
      {below.next !== undefined && (
        <li>
          <Further of="below" after={below.next} at={person.id} />
        </li>
      )}
    </Node>
  );
}

/** A person of the tree, with those below where they are shown, and the way to them where they are not. */
function Node(props: { person: LinePerson; viewer: string; opened?: boolean; children?: ComponentChildren }) {
  const { person, viewer, opened = false, children } = props;
  const inside = Array.isArray(children) ? children.flat().some(Boolean) : Boolean(children);
  return (
    <li id={`_${person.id}`} aria-current={opened ? 'true' : undefined}>
      <p class={opened ? 'row-name' : undefined}>
        <PersonLink person={person} />
        {person.id === viewer && ' (you)'}
        {person.team !== null && (
          <span class="quiet">
            {' '}
            <Phrase text={person.team} />
          </span>
        )}
        {!inside && person.reports > 0 && (
          <>
            {' '}
            <a class="quiet" href={`${LINE}?at=${encodeURIComponent(person.id)}#_${person.id}`}>
              {counted(person.reports, 'report', 'reports')}
              <span class="visually-hidden">
                {' '}
                of <Phrase text={person.name} />
              </span>
            </a>
          </>
        )}
      </p>
      {inside && <ul>{children}</ul>}
    </li>
  );
}

function Further({ of, after, at }: { of: 'tops' | 'below'; after: string; at: string | undefined }) {
  const query = new URLSearchParams({ ...(at === undefined ? {} : { at }), [of]: after });
  return (
    <p>
      <a href={`${LINE}?${query}`} rel="next">
        Further people
      </a>
    </p>
  );
}
