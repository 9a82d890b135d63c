import type { Guide, RoleProfile } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';
import { guideAddress, roleAddress } from './addresses.ts';
import type { Place } from './place.ts';

/** Guides or role profiles of a framework. */
export function Documents(props: {
  place: Place;
  guides?: readonly Guide[];
  profiles?: readonly RoleProfile[];
}) {
  const { place, guides = [], profiles = [] } = props;
  const { framework } = place.edition;
  const levels = new Map(framework.levels.map(({ id, name }) => [id, name]));
  return (
    <ul class="documents">
      {guides.map(({ id, title }) => (
        <li key={id}>
          <a href={guideAddress(framework.id, place.version, id)}>
            <Phrase text={title} />
          </a>
        </li>
      ))}
      {profiles.map(({ id, title, draft, level = '' }) => (
        <li key={id}>
          <a href={roleAddress(framework.id, place.version, id)}>
            <Phrase text={title} />
          </a>
          <span class="quiet">
            {levels.has(level) && (
              <>
                {' '}
                for <Phrase text={levels.get(level) ?? ''} />
              </>
            )}
            {draft && ' (draft)'}
          </span>
        </li>
      ))}
    </ul>
  );
}
