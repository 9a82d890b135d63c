/** A paragraph of an answer, and the question it stands under. */
export interface Paragraph {
  text: string;
  line: number;
  question: string;
  /** Whether it is an item of a list. */
  item: boolean;
}
