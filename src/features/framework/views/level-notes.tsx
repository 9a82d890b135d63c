import type { ComponentChildren } from 'preact';
import type { Level } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';

const ROUTES = {
  process: 'Reached by the promotion process',
  'vacancy and interview': 'Reached through a vacancy and an interview',
} as const;

/** How a level is reached and what else it is called, in a line. @param more further notes, said first */
export function LevelNotes({ level, more = [] }: { level: Level; more?: readonly ComponentChildren[] }) {
  const { route, aliases } = level;
  const notes = [
    ...more,
    ...(route === undefined ? [] : [ROUTES[route]]),
    ...(aliases.length === 0
      ? []
      : [<Names key="aliases" before="Also called" names={aliases} between=", " />]),
  ];
  if (notes.length === 0) return null;
  return <p class="quiet">{notes.flatMap((note) => [note, '. '])}</p>;
}

/** "Leads to A or B", each name on its own, so that none can reorder its neighbours. */
export function Names(props: { before: string; names: readonly string[]; between: string }) {
  return (
    <>
      {props.before}{' '}
      {props.names.flatMap((name, index) => [index > 0 && props.between, <Phrase key={name} text={name} />])}
    </>
  );
}
