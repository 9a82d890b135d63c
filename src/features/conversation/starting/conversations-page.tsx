import { phaseOf } from '../../../domain/conversation.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { CONVERSATIONS, pathAddress, startAddress, talkAddress } from '../addresses.ts';
import { levelOf } from '../rows.ts';
import { standingInWords, stepOf } from '../standing.ts';
import type { Talk } from '../talk.ts';
import { Day, Moment } from '../views/moment.tsx';

/** Earlier conversations beyond these are found on the path of their person. */
const EARLIER_SHOWN = 12;

interface Props {
  talks: readonly Talk[];
  viewer: { id: string; name: string };
  /** Whether there is anybody to begin one with. */
  mayStart: boolean;
  published: PublishedFrameworks;
  now: Date;
}

/** The viewer's conversations: what comes next first, whoever's they are. */
export function conversationsPage(props: Props): Page {
  const { talks, viewer, mayStart } = props;
  const running = talks.filter(({ state }) => ['preparing', 'revealed'].includes(phaseOf(state)));
  const waiting = talks.filter(({ state }) => state.reopeningAskedBy !== undefined);
  const current = inOrder([...running, ...waiting], props.now);
  const earlier = talks.filter((talk) => !current.includes(talk)).slice(0, EARLIER_SHOWN);
  return {
    title: 'Conversations',
    address: CONVERSATIONS,
    section: 'conversations',
    draft: true,
    main: (
      <div class="conversations">
        <h1>Conversations</h1>
        {current.length === 0 && (
          <p class="lede">
            None is under way. A conversation is between somebody and their line manager: each prepares apart,
            both views are revealed together, and what you agree is kept.
          </p>
        )}
        {current.length > 0 && (
          <ul class="talks">
            {current.map((talk) => (
              <TalkEntry key={talk.id} talk={talk} heading={2} {...props} />
            ))}
          </ul>
        )}
        {!mayStart && talks.length === 0 && (
          <p>
            Nobody is named as your line manager, and nobody reports to you. Whoever administers this
            installation can enter it.
          </p>
        )}
        {earlier.length > 0 && (
          <section class="part" aria-labelledby="_earlier">
            <h2 id="_earlier">Earlier</h2>
            <ul class="talks">
              {earlier.map((talk) => (
                <TalkEntry key={talk.id} talk={talk} heading={3} {...props} />
              ))}
            </ul>
          </section>
        )}
      </div>
    ),
    right: (
      <aside class="right" aria-label="What you can do">
        <ul class="actions">
          {mayStart && (
            <li>
              <a href={startAddress()}>Begin a conversation</a>
            </li>
          )}
          <li>
            <a href={pathAddress(viewer.id)}>Your conversations through time</a>
          </li>
        </ul>
      </aside>
    ),
  };
}

function TalkEntry({ talk, viewer, published, heading }: Props & { talk: Talk; heading: 2 | 3 }) {
  const Heading = heading === 2 ? 'h2' : 'h3';
  const { person, manager, inPlaceOf, date, timeZone, state } = talk;
  const about = published.find(talk.framework, talk.release);
  const step = stepOf(talk);
  const own = person.id === viewer.id;
  const over = ['agreed', 'ended'].includes(phaseOf(state));
  return (
    <li class="talk-entry">
      <Heading>
        <a href={talkAddress(talk.id)}>
          With <Phrase text={own ? manager.name : person.name} />
        </a>
      </Heading>
      <p class="quiet">
        {own ? 'About you at ' : ''}
        <Phrase text={about ? levelOf(about.framework, talk.level).name : talk.level} />
        {inPlaceOf !== undefined && (
          <>
            , {own ? '' : 'in place of '}
            <Phrase text={own ? `in place of ${inPlaceOf.name}` : inPlaceOf.name} />
          </>
        )}
      </p>
      <p>{standingInWords(talk)}</p>
      {over ? (
        <p class="quiet">
          <Day at={state.agreedAt ?? state.ended?.at ?? talk.startedAt} timeZone={timeZone} />
        </p>
      ) : (
        date !== undefined &&
        !date.cancelled && (
          <p class="quiet">
            The talk: <Moment at={date.startsAt} timeZone={timeZone} />
          </p>
        )
      )}
      {step !== undefined && (
        <p>
          <a class={over ? '' : 'button'} href={step.address}>
            {step.label}
            <span class="visually-hidden">
              {' '}
              with <Phrase text={own ? manager.name : person.name} />
            </span>
          </a>
        </p>
      )}
    </li>
  );
}

/** What has a date by its date, the next one first; then what has none. */
function inOrder(talks: readonly Talk[], now: Date): Talk[] {
  const at = ({ date }: Talk) => (date === undefined || date.cancelled ? undefined : date.startsAt);
  const ahead = (talk: Talk) => (at(talk) ?? '') > now.toISOString();
  return [...new Set(talks)].toSorted((a, b) => {
    if (ahead(a) !== ahead(b)) return ahead(a) ? -1 : 1;
    return (at(a) ?? '9').localeCompare(at(b) ?? '9');
  });
}
