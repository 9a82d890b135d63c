import { quoted } from '../../domain/finding.ts';
import { passagesOf } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';

/** What writers leave for themselves or each other. Each finds the whole note. */
const NOTES: readonly RegExp[] = [
  /[([](?:please\s+)?(?:think of|find (?:a better|another)|needs? (?:more|better|rewording|review|work|an? (?:better|example))|to be (?:confirmed|decided|agreed|written|added|completed)|add (?:more )?(?:examples?|links?|text|wording)|insert (?:link|name|text|example|here)|check (?:this|wording)|reword|rephrase|rewrite|move this|delete this|remove this|better wording|placeholder|work in progress|not sure)\b[^()[\]\n]{0,160}[)\]]/i,
  /[([](?:is this|do we|should (?:this|we|it)|can we|what about)\b[^()[\]\n]{0,160}\?\s*[)\]]/i,
  /\b(?:TODO|TO DO|TBC|TBD|TBA|FIXME|XXX+)\b[^\n]{0,80}/,
  /(?:^|\s)\[(?:\.{3}|…|name|date|team|link|xxx?|tbc|tbd)\](?!\()/i,
  /\blorem ipsum\b[^\n]{0,80}/i,
  /\?{3,}/,
  /(?:^|\n)\s*(?:editor['’]?s? note|note to (?:self|editors?|authors?|writers?))\b[^\n]{0,160}/i,
];

export const editorNote: Rule = {
  id: 'editor-note',
  severity: 'warning',
  about: 'A note between writers was left in the text: readers take it for part of what is expected.',
  forDocuments: true,
  check: (framework) =>
    passagesOf(framework).flatMap((passage) =>
      NOTES.flatMap((note) => {
        const match = note.exec(passage.text)?.[0].trim();
        if (match === undefined) return [];
        return findingAt(editorNote, passage.of, {
          quote: quoted(match),
          message: `“${quoted(match)}” reads like a note between writers. Readers take it for part of the framework.`,
          remedy: 'Do what the note asks, then delete it.',
        });
      }),
    ),
};
