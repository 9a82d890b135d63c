import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { QUESTIONS_ADDRESS } from '../addresses.ts';
import type { Question } from '../queries.ts';
import { QuestionNavigation } from './navigation.tsx';
import { QuestionList } from './question-list.tsx';

/** What somebody asked the stewards, and what others asked for everybody to read. */
export function questionsPage(props: {
  own: readonly Question[];
  others: readonly Question[];
  published: PublishedFrameworks;
  viewer: Viewer;
}): Page {
  const { own, others, published, viewer } = props;
  return {
    title: 'Your questions',
    draft: true,
    section: 'frameworks',
    left: <QuestionNavigation viewer={viewer} current={QUESTIONS_ADDRESS} />,
    main: (
      <>
        <h1>Your questions</h1>
        <p class="lede">What you asked the stewards about the wording of a framework.</p>
        {own.length === 0 ? (
          <p>
            Nothing yet. Beside every expectation of a <a href="/frameworks">framework</a> stands “Ask about
            this wording”.
          </p>
        ) : (
          <QuestionList questions={own} published={published} heading={2} />
        )}
        {others.length > 0 && (
          <section class="part" aria-labelledby="_others">
            <h2 id="_others">Asked by others, for everybody to read</h2>
            <QuestionList questions={others} published={published} heading={3} />
          </section>
        )}
      </>
    ),
  };
}
