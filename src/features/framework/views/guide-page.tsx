import type { Guide } from '../../../domain/framework.ts';
import { DEFAULT_POLICY } from '../../../domain/policy.ts';
import { Banner } from '../../../web/banner.tsx';
import type { Page } from '../../../web/page.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { frameworkAddress, guideAddress, looseGuideAddress } from './addresses.ts';
import { BackLink, Contents } from './contents.tsx';
import { Gaps } from './gaps.tsx';
import { guideHead } from './page-head.ts';
import type { Place } from './place.ts';
import { Proposals } from './proposals.tsx';
import { StatusBanner } from './status-banner.tsx';

/** A guide of a framework. */
export function guidePage(place: Place, guide: Guide): Page {
  const { framework, status } = place.edition;
  return {
    title: `${guide.title} · ${framework.name}`,
    address: guideAddress(framework.id, place.version, guide.id),
    draft: status === 'draft',
    ...guideHead(place, guide),
    section: 'frameworks',
    left: (
      <GuideContents guide={guide}>
        <BackLink href={frameworkAddress(framework.id, place.version)} text={framework.name} />
      </GuideContents>
    ),
    main: (
      <GuideText guide={guide}>
        <StatusBanner place={place} />
      </GuideText>
    ),
  };
}

/** A guide that nobody attached to a framework yet, with what it proposes. */
export function looseGuidePage(guide: Guide): Page {
  return {
    title: guide.title,
    address: looseGuideAddress(guide.id),
    draft: true,
    section: 'frameworks',
    left: (
      <GuideContents guide={guide}>
        <BackLink href="/frameworks" text="Frameworks" />
      </GuideContents>
    ),
    main: (
      <GuideText guide={guide}>
        <Banner tone="attention" label="Status">
          <p>
            <strong>Draft:</strong> this guide belongs to no framework yet.
            {guide.speaksOf !== undefined && (
              <>
                {' '}
                It speaks of “<Phrase text={guide.speaksOf} />
                ”.
              </>
            )}
          </p>
        </Banner>
      </GuideText>
    ),
  };
}

function GuideContents({ guide, children }: { guide: Guide; children: preact.ComponentChildren }) {
  const more = [
    ...(guide.proposals.length > 0 ? [{ id: '_proposals', heading: 'Waiting for confirmation' }] : []),
    ...(guide.gaps.length > 0 ? [{ id: '_gaps', heading: 'What the source leaves out' }] : []),
  ];
  return <Contents entries={[...guide.sections, ...more]}>{children}</Contents>;
}

function GuideText({ guide, children }: { guide: Guide; children: preact.ComponentChildren }) {
  return (
    <>
      <h1 dir="auto">
        <Phrase text={guide.title} />
      </h1>
      {children}
      {guide.introduction !== undefined && (
        <AuthorText text={guide.introduction} format={guide.textFormat} headingsFrom={2} />
      )}
      {guide.sections.map(({ id, heading, body }) => (
        <section key={id} class="part guide-section" aria-labelledby={id}>
          <h2 id={id} dir="auto">
            <Phrase text={heading} />
          </h2>
          <AuthorText text={body} format={guide.textFormat} headingsFrom={3} />
        </section>
      ))}
      {guide.proposals.length > 0 && (
        <section class="part" aria-labelledby="_proposals">
          <h2 id="_proposals">Waiting for confirmation</h2>
          <Proposals proposals={guide.proposals} policy={DEFAULT_POLICY} />
        </section>
      )}
      {guide.gaps.length > 0 && (
        <section class="part" aria-labelledby="_gaps">
          <h2 id="_gaps">What the source leaves out</h2>
          <Gaps gaps={guide.gaps} />
        </section>
      )}
    </>
  );
}
