import { countBySeverity, type Finding } from '../../../domain/finding.ts';
import type { Framework } from '../../../domain/framework.ts';
import { withConfirmations } from '../../../domain/rows.ts';
import { type LintReport, lint } from '../../../lint/index.ts';
import { pairsProposed } from './pairs.ts';
import { openRules } from './rules.ts';

/** What waits for a steward. Counts of things that exist, nothing more. */
export interface Waiting {
  rows: number;
  policy: number;
  findings: number;
}

/** What is known about a draft that takes a while to find out. */
export interface Examined {
  report: LintReport;
  waiting: Waiting;
}

/** A draft as it is stored. */
export interface Draft {
  draft: Framework;
  readFindings: readonly Finding[];
}

/** Looks through a draft. The words that an organisation allows are known to commands only, so here none are. */
export function examineDraft({ draft, readFindings }: Draft, today: string): Examined {
  const report = lint(draft, { today, allowedWords: new Set() });
  const { error, warning, note } = countBySeverity([...readFindings, ...report.findings]);
  return {
    report,
    waiting: {
      rows: pairsProposed(withConfirmations(draft)).length,
      policy: openRules(draft).length,
      findings: error + warning + note,
    },
  };
}

/** Remembers what was found out about the latest state of each draft, so that walking between the pages is quick. */
export class Examiner {
  readonly #latest = new Map<string, { state: string; examined: Examined }>();

  /** @param draftedAt tells the states of a draft apart */
  examine(stored: Draft & { draftedAt: string }, today: string): Examined {
    const { id } = stored.draft;
    const state = `${stored.draftedAt} ${today}`;
    const known = this.#latest.get(id);
    if (known?.state === state) return known.examined;
    const examined = examineDraft(stored, today);
    this.#latest.set(id, { state, examined });
    return examined;
  }
}
