/** How much of something is done, for eyes and for screen readers alike. */
export function ProgressBar({
  label,
  done,
  total,
  detail,
}: {
  label: string;
  done: number;
  total: number;
  /** The same in words. */
  detail: string;
}) {
  const share = total > 0 ? Math.floor((done * 100) / total) : 100;
  return (
    <div className="grid gap-1.5">
      <div
        role="progressbar"
        tabIndex={-1}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={detail}
        className="h-2 overflow-hidden rounded-full bg-line forced-colors:outline"
      >
        <div
          className="h-full rounded-full bg-accent forced-colors:bg-[Highlight]"
          style={{ width: `${share}%` }}
        />
      </div>
      <p className="text-sm text-soft tabular-nums">{detail}</p>
    </div>
  );
}
