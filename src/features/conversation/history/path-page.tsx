import { phaseOf } from '../../../domain/conversation.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { CONVERSATIONS, pathAddress, startAddress, talkAddress } from '../addresses.ts';
import { levelOf } from '../rows.ts';
import { standingInWords } from '../standing.ts';
import type { Talk } from '../talk.ts';
import { Day } from '../views/moment.tsx';
import type { RecordedCompetency } from './recorded.ts';

export interface PathProps {
  person: { id: string; name: string };
  /** Whether it is the viewer's own. */
  own: boolean;
  /** Newest first. */
  talks: readonly Talk[];
  competencies: readonly RecordedCompetency[];
  /** Whether earlier records are not there for the viewer, because they prepare to see the person anew. */
  hidden: boolean;
  published: PublishedFrameworks;
}

/** Every conversation of a person, as stones on a path. */
export function pathPage(props: PathProps): Page {
  const { person, own, talks, hidden } = props;
  return {
    title: own ? 'Your conversations through time' : `Conversations of ${person.name}`,
    section: 'conversations',
    draft: true,
    main: (
      <div class="history">
        <h1>
          {own ? (
            'Your conversations through time'
          ) : (
            <>
              Conversations of <Phrase text={person.name} />
            </>
          )}
        </h1>
        {talks.length === 0 && (
          <p class="lede">
            None yet. Each conversation will stand here with what was agreed.{' '}
            {own && <a href={startAddress()}>Begin one</a>}
          </p>
        )}
        {hidden && (
          <p class="banner">
            You are preparing a view, so what was agreed earlier is not shown: it would be what you hold on
            to. It is back once your view is in.
          </p>
        )}
        {talks.length > 0 && (
          <ol class="talk-path">
            {talks.map((talk) => (
              <Stone key={talk.id} {...props} talk={talk} />
            ))}
          </ol>
        )}
        <Competencies {...props} />
      </div>
    ),
    right: (
      <aside class="right" aria-label="What you can do">
        <ul class="actions">
          <li>
            <a href={CONVERSATIONS}>All conversations</a>
          </li>
        </ul>
      </aside>
    ),
  };
}

function Stone({ talk, published }: PathProps & { talk: Talk }) {
  const { state, manager, timeZone } = talk;
  const edition = published.find(talk.framework, talk.release);
  const at = state.agreedAt ?? state.ended?.at ?? state.revealedAt ?? talk.startedAt;
  return (
    <li class={phaseOf(state)}>
      <span class="rail">
        <span class="stone" />
      </span>
      <div>
        <h2>
          <a href={talkAddress(talk.id, phaseOf(state) === 'agreed' ? 'record' : undefined)}>
            <Day at={at} timeZone={timeZone} />
          </a>
        </h2>
        <p class="quiet">
          <Phrase text={edition ? levelOf(edition.framework, talk.level).name : talk.level} />, with{' '}
          <Phrase text={manager.name} />
        </p>
        <p>{standingInWords(talk)}</p>
      </div>
    </li>
  );
}

function Competencies({ person, competencies }: PathProps) {
  if (competencies.length === 0) return null;
  return (
    <section class="part" aria-labelledby="_competencies">
      <h2 id="_competencies">One competency through time</h2>
      <p class="quiet">What was agreed then and now, in words, beside each other.</p>
      <ul class="choices">
        {competencies.map(({ framework, id, name, times }) => (
          <li key={`${framework} ${id}`}>
            <a
              href={`${pathAddress(person.id)}/competencies/${encodeURIComponent(framework)}/${encodeURIComponent(id)}`}
            >
              <Phrase text={name} />
            </a>
            <span class="quiet">, {times === 1 ? 'talked about once' : `talked about ${times} times`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
