import type { PublishedEdition } from '../../../domain/published.ts';
import { Phrase, titleText } from '../../../web/text.tsx';
import { levelAddress } from '../../framework/index.ts';
import { talkAddress } from '../addresses.ts';
import { monthInWords } from '../moments.ts';
import { levelOf } from '../rows.ts';
import type { Talk } from '../talk.ts';

/** "Rosa Lindqvist and Daniel Okafor, November 2026" */
export function talkTitle({ person, manager, date, startedAt, timeZone }: Talk): string {
  const at = date === undefined || date.cancelled ? startedAt : date.startsAt;
  return titleText(`${person.name} and ${manager.name}, ${monthInWords(at, timeZone)}`);
}

/** Which level it is about, in the words of which release, and in whose place. */
export function About({ talk, wording }: { talk: Talk; wording: PublishedEdition }) {
  const { framework, version } = wording;
  return (
    <>
      About{' '}
      <a href={levelAddress(framework.id, version, talk.level)}>
        <Phrase text={levelOf(framework, talk.level).name} />
      </a>
      , <Phrase text={framework.name} /> {version}
      {talk.inPlaceOf !== undefined && (
        <>
          . <Phrase text={talk.manager.name} /> holds it in place of <Phrase text={talk.inPlaceOf.name} />
        </>
      )}
    </>
  );
}

/** The way back to the conversation as a whole. */
export function BackToTalk({ talk }: { talk: Talk }) {
  return (
    <p class="left-title">
      <a href={talkAddress(talk.id)}>
        <Phrase text={talkTitle(talk)} />
      </a>
    </p>
  );
}
