/** Suggests which expectations a note may speak to, and never sets them. */
export { buildSuggester, type Suggester, type Suggestion } from './suggester.ts';
