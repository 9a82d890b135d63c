import { Phrase } from '../../../web/text.tsx';
import { FOUND } from '../queries/list-evidence.ts';

/** A text with the words that were found marked. What stands between the marks is escaped like any other text. */
export function Found({ text }: { text: string }) {
  return (
    <>
      {text.split(FOUND.start).map((part, index) => {
        const [found = '', after] = part.split(FOUND.end);
        if (index === 0 || after === undefined)
          return <Phrase key={index} text={part.replaceAll(FOUND.end, '')} />;
        return (
          <>
            <mark key={index}>
              <Phrase text={found} />
            </mark>
            <Phrase text={after} />
          </>
        );
      })}
    </>
  );
}
