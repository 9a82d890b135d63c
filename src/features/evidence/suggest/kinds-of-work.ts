import type { Kind } from '../../../domain/evidence.ts';

/** What people choose from as the kind of work that a note is about, each with the plain words it stands for. */
export const KINDS_OF_WORK: Record<KindOfWork, string> = {
  'incident led': 'lead incident charge major incident',
  'incident handled': 'incident restores timeline',
  'update to stakeholders': 'stakeholders informed updates audience',
  'review written': 'incident review causes learn',
  'problem closed': 'problem causes recurring fix',
  'runbook or guide written': 'runbook guide documentation',
  'change run': 'change plan test',
  'service onboarded': 'new service onboarding support',
  'toil removed': 'repeated manual scripts automates improvement',
  'session given': 'teaches shares learner exercise',
  'cover taken': 'shares load team deputises takes over',
  'vendor handled': 'supplier contract dealings',
  'something else': '',
};

export type KindOfWork = Kind;
