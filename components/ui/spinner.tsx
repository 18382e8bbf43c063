/** Something is under way; the words beside it say what. */
export function Spinner() {
  return (
    <svg
      viewBox="0 0 20 20"
      className="size-5 shrink-0 animate-spin-slow"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="10" cy="10" r="7.5" opacity="0.25" />
      <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" />
    </svg>
  );
}
