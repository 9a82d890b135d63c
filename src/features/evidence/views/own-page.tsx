import type { ComponentChildren } from 'preact';
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

/** What hangs on it, then what can still be added: an empty list has no heading of its own. */
function OwnParts(props: OwnProps & { errors: readonly FieldError[] }) {
  const { evidence, token, names, errors, typed = {} } = props;
  const { id, helped, links, files } = evidence;
  const adding = { evidence: id, token, errors, typed };
  const parts: Part[] = [
    {
      id: '_helped',
      heading: 'Who it helped',
      list: helped.length > 0 && <HelpedList helped={helped} removal={adding} />,
      add: <AddHelped {...adding} names={names} />,
    },
    {
      id: '_links',
      heading: 'Links',
      list: links.length > 0 && <Links links={links} removal={adding} />,
      add: <AddLink {...adding} />,
    },
    {
      id: '_files',
      heading: 'Files',
      list: files.length > 0 && <Files evidence={id} files={files} removal={adding} />,
      add: <AddFiles {...adding} />,
    },
  ];
  const empty = parts.filter(({ list }) => list === false);
  return (
    <>
      {parts
        .filter(({ list }) => list !== false)
        .map(({ id, heading, list, add }) => (
          <section key={id} class="part" aria-labelledby={id}>
            <h2 id={id}>{heading}</h2>
            {list}
            {add}
          </section>
        ))}
      {empty.length > 0 && (
        <section class="part" aria-labelledby="_add">
          <h2 id="_add">Add to it</h2>
          {empty.map(({ id, add }) => (
            <div key={id}>{add}</div>
          ))}
        </section>
      )}
    </>
  );
}

interface Part {
  id: string;
  heading: string;
  list: ComponentChildren;
  add: ComponentChildren;
}
