import type { Page } from '../../../web/page.ts';
import { MarkdownPhrase } from '../../../web/text.tsx';
import { GLOSSARY, GLOSSARY_ADDRESS } from '../glossary.ts';

/** The words of the product, each with an anchor of its own. */
export function glossaryPage(): Page {
  return {
    title: 'The words',
    description: 'What each word means on these pages: one word for one thing, everywhere.',
    address: GLOSSARY_ADDRESS,
    section: 'frameworks',
    main: (
      <>
        <h1>The words</h1>
        <p class="lede">One word for one thing, everywhere.</p>
        <dl class="glossary">
          {GLOSSARY.map(({ id, word, meaning }) => (
            <div key={id} id={id}>
              <dt>
                <a href={`#${id}`}>{word}</a>
              </dt>
              <dd>
                <MarkdownPhrase text={meaning} />
              </dd>
            </div>
          ))}
        </dl>
      </>
    ),
  };
}
