import { nextLevels } from '../../../domain/ladder.ts';
import type { Page } from '../../../web/page.ts';
import { Phrase, titleText } from '../../../web/text.tsx';
import type { Edition } from '../catalogue.ts';
import { frameworkAddress } from './addresses.ts';
import { neighbourAddress } from './compare-actions.tsx';
import type { Place, Viewing } from './place.ts';

/** More levels than this of one framework are reached from its own pages; a longer list helps nobody choose. */
const MOST_LEVELS_OFFERED = 100;

/** Chooses two levels to compare. Sends their addresses as a query, which leads to the comparison's own address. */
export function compareFormPage(
  viewing: Viewing,
  chosen: { from?: string; to?: string; unclear?: boolean },
): Page {
  const frameworks = viewing.static ? [] : offered(viewing);
  return {
    title: 'Compare two levels',
    description: 'Choose any two levels, of one framework or of two, and see what differs.',
    address: '/compare',
    section: 'frameworks',
    main: (
      <>
        <h1>Compare two levels</h1>
        {chosen.unclear && (
          <p role="alert" class="form-error">
            Choose two levels from the lists: one of those in the address is not published here.
          </p>
        )}
        {viewing.static && <Neighbours viewing={viewing} />}
        {!viewing.static && frameworks.length === 0 && (
          <p>No framework is published yet. Once one is, its levels stand here.</p>
        )}
        {frameworks.length > 0 && (
          <form action="/compare" class="compare-form">
            <p class="lede">Any two, of one framework or of two. What differs comes first.</p>
            <Choice id="from" label="First level" frameworks={frameworks} chosen={chosen.from} />
            <Choice id="to" label="Second level" frameworks={frameworks} chosen={chosen.to} nth={1} />
            <button type="submit" class="button">
              Compare
            </button>
          </form>
        )}
      </>
    ),
  };
}

/** A site without a server holds the comparisons of neighbouring levels. */
function Neighbours({ viewing }: { viewing: Viewing }) {
  return viewing.catalogue.frameworks.flatMap((entry) => {
    const [edition] = entry.releases;
    if (edition === undefined) return [];
    const place: Place = { entry, edition, version: undefined, viewing };
    const { levels, name } = edition.framework;
    const pairs = levels.flatMap((level) =>
      nextLevels(levels, level.id).map((next) => [level, next] as const),
    );
    return (
      <section key={entry.id} class="part" aria-labelledby={`_of-${entry.id}`}>
        <h2 id={`_of-${entry.id}`} dir="auto">
          <Phrase text={name} />
        </h2>
        <ul class="documents">
          {pairs.map(([level, next]) => (
            <li key={`${level.id} ${next.id}`}>
              <a href={neighbourAddress(place, level, next)}>
                <Phrase text={level.name} /> and <Phrase text={next.name} />
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

interface Offered {
  name: string;
  levels: { value: string; name: string }[];
}

function Choice(props: {
  id: 'from' | 'to';
  label: string;
  frameworks: readonly Offered[];
  chosen: string | undefined;
  nth?: number;
}) {
  const { id, label, frameworks, nth = 0 } = props;
  const chosen = props.chosen ?? frameworks[0]?.levels[nth]?.value;
  return (
    <div class="field">
      <label for={`_${id}`}>{label}</label>
      <select id={`_${id}`} name={id}>
        {frameworks.map(({ name, levels }) => (
          <optgroup key={name} label={name}>
            {levels.map((level) => (
              <option key={level.value} value={level.value} selected={level.value === chosen}>
                {frameworks.length > 1 ? `${level.name}, ${name}` : level.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function offered({ catalogue, preview }: Viewing): Offered[] {
  return catalogue.frameworks.flatMap(({ id, releases, draft }) => {
    const released = releases.map((edition, index) =>
      of(id, edition, index === 0 ? undefined : edition.version),
    );
    return preview && draft !== undefined ? [...released, of(id, draft, 'draft')] : released;
  });
}

function of(id: string, { framework, version, status }: Edition, named: string | undefined): Offered {
  const place = frameworkAddress(id, named).replace('/frameworks/', '');
  return {
    // Options hold text alone, so nothing can isolate its direction but leaving the turning characters out.
    name: titleText(`${framework.name} ${version ?? ''} ${status}`.replace(/ {2,}/g, ' ')),
    levels: framework.levels.slice(0, MOST_LEVELS_OFFERED).map((level) => ({
      value: `${place}/${encodeURIComponent(level.id)}`,
      name: titleText(level.name),
    })),
  };
}
