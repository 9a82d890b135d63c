import { Phrase } from '../../../web/text.tsx';
import { ExpectationBody } from '../../framework/index.ts';
import type { TiedTo } from './tied-to.ts';

/** What something is tied to, each as a link, within a line. */
export function TiedLine({ tied }: { tied: readonly TiedTo[] }) {
  return (
    <>
      {tied.map((one, index) => (
        <>
          {index > 0 && '; '}
          <TiedLink tied={one} />
        </>
      ))}
    </>
  );
}

/** The same with what each of them says. */
export function TiedList({ tied }: { tied: readonly TiedTo[] }) {
  return (
    <ul class="plan-ties">
      {tied.map((one) => (
        <li key={`${one.tie.framework} ${one.tie.expectation}`}>
          <p>
            <TiedLink tied={one} />{' '}
            {one.said !== undefined && (
              <span class="quiet">
                {one.said.edition.framework.name} {one.tie.release}
              </span>
            )}
          </p>
          {one.said !== undefined && (
            <details class="fold">
              <summary>
                What it says<span class="visually-hidden"> about {one.competency}</span>
              </summary>
              <ExpectationBody
                expectation={one.said.expectation}
                framework={one.said.edition.framework}
                heading={3}
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function TiedLink({ tied: { competency, level, said } }: { tied: TiedTo }) {
  const words = (
    <>
      <Phrase text={competency} />
      {level !== '' && (
        <>
          , <Phrase text={level} />
        </>
      )}
    </>
  );
  return said === undefined ? words : <a href={said.address}>{words}</a>;
}
