import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import { DESK_PAGES, deskAddress, findWording, frameworkAddress } from '../../framework/index.ts';
import { questionAddress, STEWARDS_ADDRESS } from '../addresses.ts';
import type { Question } from '../queries.ts';
import { QuestionNavigation } from './navigation.tsx';
import { placeInWords, QuestionList } from './question-list.tsx';

interface Draft {
  id: string;
  name: string;
}

interface Props {
  questions: readonly Question[];
  drafts: readonly Draft[];
  published: PublishedFrameworks;
  viewer: Viewer;
}

/** What waits for a steward: questions by competency, and the drafts of their frameworks. */
export function stewardsPage(props: Props): Page {
  const { questions, drafts, published, viewer } = props;
  const own = drafts.filter(({ id }) => viewer.stewardOf.has(id));
  const answered = questions.filter((question) => question.answered);
  return {
    title: 'For stewards',
    draft: true,
    section: 'frameworks',
    left: <QuestionNavigation viewer={viewer} current={STEWARDS_ADDRESS} />,
    main: (
      <>
        <h1>For stewards</h1>
        <p class="lede">What people ask about the wording, and the drafts that you decide about.</p>
        <OpenQuestions {...props} />
        <section class="part" aria-labelledby="_drafts">
          <h2 id="_drafts">Your frameworks</h2>
          <ul class="said-list">
            {own.map((draft) => (
              <OwnDraft key={draft.id} draft={draft} published={published.find(draft.id) !== undefined} />
            ))}
          </ul>
        </section>
        <OtherDrafts drafts={drafts.filter(({ id }) => !viewer.stewardOf.has(id))} />
        {answered.length > 0 && (
          <section class="part" aria-labelledby="_answered">
            <h2 id="_answered">Answered questions</h2>
            <ul class="documents">
              {answered.map((question) => (
                <li key={question.id}>
                  <a href={questionAddress(question.id)}>
                    <Phrase text={placeInWords(question, published)} />
                    {question.asker !== undefined && (
                      <>
                        : <Phrase text={question.asker.name} />
                      </>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  };
}

function OpenQuestions({ questions, published }: Props) {
  const open = questions.filter(({ answered }) => !answered);
  const byCompetency = Map.groupBy(open, (question) => competencyOf(question, published));
  return (
    <section class="part" aria-labelledby="_open">
      <h2 id="_open">Questions that wait for an answer</h2>
      {open.length === 0 && <p>None.</p>}
      {[...byCompetency].map(([competency, asked]) => (
        <section key={competency} class="asked-about">
          <h3>
            <Phrase text={competency} />
          </h3>
          <QuestionList
            questions={asked}
            published={published}
            heading={4}
            called={(question) => levelOf(question, published)}
          />
        </section>
      ))}
    </section>
  );
}

function competencyOf({ framework, version, expectation }: Question, published: PublishedFrameworks): string {
  const wording = findWording(published, { framework, version, expectation });
  return wording?.competency?.name ?? wording?.heading ?? expectation;
}

function levelOf({ framework, version, expectation }: Question, published: PublishedFrameworks): string {
  return findWording(published, { framework, version, expectation })?.level.name ?? expectation;
}

const DESK_WORDS = { rows: 'Rows', policy: 'Policy', findings: 'Findings' } as const;

function OwnDraft({ draft: { id, name }, published }: { draft: Draft; published: boolean }) {
  return (
    <li class="said">
      <h3>
        <Phrase text={name} />
      </h3>
      <ul class="in-line">
        <li>
          <a href={frameworkAddress(id, 'draft')}>
            Draft
            <Of name={name} />
          </a>
        </li>
        {DESK_PAGES.map((page) => (
          <li key={page}>
            <a href={deskAddress(id, page)}>
              {DESK_WORDS[page]}
              <Of name={name} />
            </a>
          </li>
        ))}
        {published && (
          <li>
            <a href={frameworkAddress(id)}>
              What is released
              <Of name={name} />
            </a>
          </li>
        )}
      </ul>
    </li>
  );
}

function Of({ name }: { name: string }) {
  return (
    <span class="visually-hidden">
      {' '}
      of <Phrase text={name} />
    </span>
  );
}

function OtherDrafts({ drafts }: { drafts: readonly Draft[] }) {
  if (drafts.length === 0) return null;
  return (
    <section class="part" aria-labelledby="_other-drafts">
      <h2 id="_other-drafts">Drafts of other frameworks</h2>
      <p class="quiet">To read: their own stewards decide about them.</p>
      <ul class="documents">
        {drafts.map(({ id, name }) => (
          <li key={id}>
            <a href={frameworkAddress(id, 'draft')}>
              <Phrase text={name} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
