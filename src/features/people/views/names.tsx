/** How people stand in texts. */
import type { ComponentChildren } from 'preact';
import { Phrase } from '../../../web/text.tsx';

export function personAddress(id: string): string {
  return `/people/${encodeURIComponent(id)}`;
}

/** A name that leads to the person's page. */
export function PersonLink({ person }: { person: { id: string; name: string } }) {
  return (
    <a href={personAddress(person.id)}>
      <Phrase text={person.name} />
    </a>
  );
}

/** Somebody who did something, for those who read of it later: their row may be gone. */
export function Whoever({ person }: { person: { id: string; name: string } | null }) {
  return person === null ? <>somebody who has been erased</> : <PersonLink person={person} />;
}

/** "Amir, Rosa and Vic" */
export function List({ of }: { of: readonly ComponentChildren[] }) {
  return (
    <>
      {of.map((one, index) => (
        <>
          {index > 0 && (index === of.length - 1 ? ' and ' : ', ')}
          {one}
        </>
      ))}
    </>
  );
}

/** "1 person", "3 people" */
export function counted(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
