import type { Evidence } from '../../../domain/evidence.ts';
import { titleOf } from '../../../domain/evidence-title.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import { MarkdownText, Phrase } from '../../../web/text.tsx';
import type { EarlierVersion } from '../queries/versions.ts';
import { evidenceAddress } from './addresses.ts';
import { inCapital } from './kind-field.tsx';
import { evidencePage, WayBack } from './shell.tsx';

/** What a piece of evidence said before each edit, newest first. Only its owner reads this. */
export function versionsPage(props: { evidence: Evidence; versions: readonly EarlierVersion[] }): Page {
  const { evidence, versions } = props;
  return evidencePage({
    title: `Earlier versions: ${titleOf(evidence.text)}`,
    left: (
      <WayBack>
        <p class="left-title">
          <a href={evidenceAddress(evidence.id)}>
            <Phrase text={titleOf(evidence.text)} />
          </a>
        </p>
      </WayBack>
    ),
    main: (
      <>
        <h1>Earlier versions</h1>
        <p class="lede">Only you can read these, even where you share what it says now.</p>
        {versions.length === 0 && <p>It has not been edited.</p>}
        {versions.map((version) => (
          <section key={version.version} class="part" aria-labelledby={`_version-${version.version}`}>
            <h2 id={`_version-${version.version}`}>Version {version.version}</h2>
            <p class="quiet">
              Until <DateInWords date={version.replacedAt} />. Happened on{' '}
              <DateInWords date={version.happenedOn} />.
              {version.kind !== undefined && ` ${inCapital(version.kind)}.`}
            </p>
            <MarkdownText text={version.text} headingsFrom={3} />
          </section>
        ))}
      </>
    ),
  });
}
