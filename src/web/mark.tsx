/** The mark: three stones. Said in words beside it, so it is hidden from screen readers. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <ellipse class="mark-top" cx="12.6" cy="4.6" rx="4.4" ry="2.6" />
      <ellipse class="mark-middle" cx="11.4" cy="11" rx="7.6" ry="3.2" />
      <ellipse class="mark-base" cx="12" cy="18.6" rx="11" ry="3.9" />
    </svg>
  );
}
