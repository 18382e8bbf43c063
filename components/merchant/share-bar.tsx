/** A part of a whole as a line, beside the figure that says it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span
      aria-hidden="true"
      className="block h-2 w-full min-w-20 overflow-hidden rounded-full bg-line forced-colors:outline"
    >
      <span
        className="block h-full rounded-full bg-accent forced-colors:bg-[Highlight]"
        style={{ width: `${Math.round(share * 1000) / 10}%` }}
      />
    </span>
  );
}
