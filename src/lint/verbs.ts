/** Verbs that competency statements are made of, so that rules can tell "plans work" from "the plans". */

/** As statements use them: third person singular. These are rarely nouns. */
const PLAIN = `
  achieves acts adapts adopts advises advocates agrees aligns allocates analyses anticipates applies asks assesses
  assigns assists attends automates balances becomes brings builds captures challenges chooses clarifies coaches
  collaborates collects communicates completes considers consults contributes coordinates creates debugs decides defines
  delegates delivers demonstrates describes develops directs discusses encourages engages ensures escalates establishes
  evaluates evolves explains explores facilitates finds fixes follows fosters gathers gives grows handles helps
  identifies implements improves includes informs inspires instils integrates introduces investigates involves keeps knows leads
  learns listens looks maintains makes manages mentors mitigates motivates negotiates observes onboards organises oversees owns
  participates performs persuades prepares presents prevents prioritises produces promotes proposes provides publishes
  pursues raises recognises recommends reduces refines removes represents resolves responds restores
  seeks sees selects sends sets shapes solves speaks spots steers strengthens structures suggests summarises
  takes teaches tells thinks trains troubleshoots understands upholds uses verifies welcomes works writes
`;

/** As above, but as often plural nouns: a verb only where an object with a determiner follows. */
const ALSO_NOUNS = `
  approaches audits changes charts checks controls costs designs documents drives estimates experiments focuses
  forecasts guides hosts impacts influences measures models monitors needs notes plans practices
  processes programmes records reports requests researches reviews risks runs schedules scopes shares shows
  shadows supports tackles tests tools tracks updates values
`;

export const PLAIN_VERBS: ReadonlySet<string> = new Set(PLAIN.trim().split(/\s+/));
export const NOUN_LIKE_VERBS: ReadonlySet<string> = new Set(ALSO_NOUNS.trim().split(/\s+/));

/** Whether a word is such a verb, as "plans" or as "plan". */
export function isDemandVerb(word: string): boolean {
  const third = word.endsWith('s') ? word : `${word}s`;
  return PLAIN_VERBS.has(third) || NOUN_LIKE_VERBS.has(third);
}
