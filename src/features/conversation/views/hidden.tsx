/** A value that goes with a form. @param was the field whose value it was when the page was made */
export function Hidden({ name, value, was }: { name: string; value: string; was?: string }) {
  return <input type="hidden" name={name} value={value} data-was={was} />;
}
