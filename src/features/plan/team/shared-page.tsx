import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import { LearningList } from '../learning/learning-page.tsx';
import type { Learning } from '../learning/queries.ts';
import { QualificationList } from '../qualifications/qualifications-page.tsx';
import type { Qualification } from '../qualifications/queries.ts';
import { planAddress, TEAM } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';
import type { Subject } from '../visits.ts';
import { TeamSide } from './side.tsx';

/** What a report shares of what they learn and hold. What is not shared may well be there. */
export function sharedPage(props: {
  subject: Subject;
  viewer: Viewer;
  learning: readonly Learning[];
  qualifications: readonly Qualification[];
  published: PublishedFrameworks;
}): Page {
  const { subject, viewer, learning, qualifications, published } = props;
  return planPage({
    title: `What ${subject.name} shares`,
    section: 'team',
    left: <TeamSide viewer={viewer} current={TEAM} />,
    main: (
      <>
        <h1>
          What <Phrase text={subject.name} /> shares
        </h1>
        <p class="lede">
          Learning and qualifications. There may be more: everybody keeps their own until they share it.
        </p>
        <section class="part" aria-labelledby="_learning">
          <h2 id="_learning">Learning ({learning.length})</h2>
          {learning.length === 0 && <p class="quiet">None is shared.</p>}
          <LearningList learning={learning} published={published} />
        </section>
        <section class="part" aria-labelledby="_qualifications">
          <h2 id="_qualifications">Qualifications ({qualifications.length})</h2>
          {qualifications.length === 0 && <p class="quiet">None is shared.</p>}
          <QualificationList qualifications={qualifications} today={subject.today} own={false} />
        </section>
      </>
    ),
    right: (
      <aside class="right" aria-label="Where it belongs">
        <ul class="actions">
          <li>
            <a href={planAddress(subject.id)}>
              The plan of <Phrase text={subject.name} />
            </a>
          </li>
        </ul>
      </aside>
    ),
  });
}
