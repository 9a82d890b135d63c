/** How people, days and texts stand in the sentences of a plan. */
import type { ComponentChildren } from 'preact';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase, PlainText } from '../../../web/text.tsx';

/** Somebody as the viewer calls them: "you", or their name. Their row may be gone. */
export function Whoever(props: {
  person: { id: string; name: string } | null;
  viewer: string;
  capital?: boolean;
}) {
  const { person, viewer, capital = false } = props;
  if (person === null) return <>{capital ? 'Somebody' : 'somebody'} who has been erased</>;
  if (person.id === viewer) return <>{capital ? 'You' : 'you'}</>;
  return <Phrase text={person.name} />;
}

/** "due on 3 March 2026", "was due on 3 March 2026", or "no day set" */
export function DueOn({
  dueOn,
  overdue,
  closed = false,
}: {
  dueOn: string | null;
  overdue: boolean;
  closed?: boolean;
}) {
  if (dueOn === null) return <>no day set</>;
  return (
    <span class={overdue ? 'overdue' : undefined}>
      {overdue ? 'overdue: was due on ' : closed ? 'was due on ' : 'due on '}
      <DateInWords date={dueOn} />
    </span>
  );
}

/** What is known of something, one after the other; what is not known is left out. */
export function Parts({ parts }: { parts: readonly ComponentChildren[] }) {
  const known = parts.filter((part) => part !== undefined && part !== null && part !== false);
  return (
    <>
      {known.map((part, index) => (
        <span key={index} class="plan-part">
          {index > 0 && '; '}
          {part}
        </span>
      ))}
    </>
  );
}

/** "1 action", "3 actions" */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** What somebody wrote, to the letter. */
export function Written({ text }: { text: string }) {
  return <PlainText text={text} />;
}

/** The beginning of a text, for a title or a heading: its first line, cut between words. */
export function firstLine(text: string, most = 90): string {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  if (line.length <= most) return line;
  const cut = line.slice(0, most).replace(/\s+\S*$/, '');
  return `${cut || line.slice(0, most)}…`;
}
