/** Short names for findings and acceptances: their quotations may hold line ends, which forms do not keep. */
import type { Acceptance } from '../../../domain/confirmation.ts';
import { digest } from '../../../formats/index.ts';

/** Names a finding, or the acceptance of one, for forms. */
export function referenceTo({ rule, entity, quote }: Pick<Acceptance, 'rule' | 'entity' | 'quote'>): string {
  const text = JSON.stringify([rule, entity ?? null, quote ?? null]);
  return digest(text).replace('sha256:', '').slice(0, 16);
}
