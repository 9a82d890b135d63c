import type { Level } from '../../../domain/framework.ts';
import type { Edition } from '../catalogue.ts';
import { editionInWords } from '../views/place.ts';
import type { Words } from './draw.ts';

export function frameworkInWords(edition: Edition): Words {
  const { name, levels } = edition.framework;
  const count = levels.length === 1 ? '1 level' : `${levels.length} levels`;
  return { above: 'Competency framework', name, below: `${editionInWords(edition)} · ${count}` };
}

export function levelInWords(edition: Edition, level: Level): Words {
  return { above: edition.framework.name, name: level.name, below: editionInWords(edition) };
}
