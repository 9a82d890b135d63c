/** One good piece of evidence: what happened, what somebody did, what came of it. */
export const EXAMPLE =
  'Took the call when the payment queue stopped on Tuesday night. Rolled the release back within 40 minutes, wrote to the shops every half hour, and two fixes came out of the review.';

/** Stands beside the empty field. */
export function Example() {
  return (
    <>
      For example: <q>{EXAMPLE}</q>
    </>
  );
}
