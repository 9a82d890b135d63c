import type { Evidence } from '../../../domain/evidence.ts';
import { withHeading } from '../../../domain/evidence-title.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { Confirmations } from '../confirm/views/confirmed-by.tsx';
import { DONE, evidenceAddress } from './addresses.ts';
import { EvidenceActions } from './evidence-actions.tsx';
import { EvidenceText, WhenAndWhat } from './evidence-text.tsx';
import { AddFiles, Files } from './files.tsx';
import { AddHelped, HelpedList } from './helped.tsx';
import { AddLink, Links } from './links.tsx';
import type { OwnProps } from './own-props.ts';
import { SharedState } from './shared-state.tsx';
import { evidencePage } from './shell.tsx';
import { SpeaksTo } from './speaks-to.tsx';

/** A piece of evidence as its owner sees it: what it says, then everything that can be added later. */
export function ownPage(props: OwnProps): Page {
  const { evidence, done, errors = [] } = props;
  const { heading } = withHeading(evidence.text);
  return evidencePage({
    title: heading,
    errors,
    done: done === 'noted' || done === 'edited' ? undefined : done,
    main: (
      <article class="evidence">
        {(done === 'noted' || done === 'edited') && <JustSaved evidence={evidence} done={done} />}
        <WhenAndWhat evidence={evidence} today={props.today} />
        <EvidenceText text={evidence.text} />
        {props.offeredBy !== undefined && (
          <p class="quiet">
            Offered to you by <Phrase text={props.offeredBy.name} />.
          </p>
        )}
        <SharedState {...props} />
        <SpeaksTo spoken={props.spoken} own={props} />
        <OwnParts {...props} errors={errors} />
        <Confirmations {...props} />
      </article>
    ),
    right: <EvidenceActions {...props} />,
    scripts: ['evidence'],
  });
}

/** Its browser keeps what was typed until it finds this: then it is saved. */
function JustSaved({ evidence, done }: { evidence: Evidence; done: 'noted' | 'edited' }) {
  return (
    <p class="done" role="status" data-draft-saved={evidence.id}>
      {DONE[done]}
      {evidence.ties.length === 0 && (
        <>
          {' '}
          <a href={evidenceAddress(evidence.id, 'ties')}>Tie it to something?</a>
        </>
      )}
    </p>
  );
}

function OwnParts(props: OwnProps & { errors: readonly FieldError[] }) {
  const { evidence, token, names, errors, typed = {} } = props;
  const adding = { evidence: evidence.id, token, errors, typed };
  return (
    <>
      <section class="part" aria-labelledby="_helped">
        <h2 id="_helped">Who it helped</h2>
        <HelpedList helped={evidence.helped} removal={adding} />
        <AddHelped {...adding} names={names} />
      </section>
      <section class="part" aria-labelledby="_links">
        <h2 id="_links">Links</h2>
        <Links links={evidence.links} removal={adding} />
        <AddLink {...adding} />
      </section>
      <section class="part" aria-labelledby="_files">
        <h2 id="_files">Files</h2>
        <Files evidence={evidence.id} files={evidence.files} removal={adding} />
        <AddFiles {...adding} />
      </section>
    </>
  );
}
