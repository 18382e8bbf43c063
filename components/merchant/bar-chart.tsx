export interface Bar {
  key: string;
  /** Of the tallest, 0 to 1. */
  share: number;
  /** What it stands for, in words. */
  text: string;
}

const FILL = { accent: 'fill-accent', warn: 'fill-warn' } as const;

/**
 * Bars side by side, drawn by the server; every figure stands in the table that belongs to it, so the picture
 * says to those who cannot see it only what it is.
 */
export function BarChart({
  label,
  bars,
  axis,
  most,
  tone = 'accent',
}: {
  label: string;
  bars: readonly Bar[];
  /** Words below, from the first bar to the last. */
  axis: readonly string[];
  /** What the tallest is. */
  most: string;
  /** warn: what went back rather than what came. */
  tone?: 'accent' | 'warn';
}) {
  return (
    <div className="grid gap-1 text-xs text-faint tabular-nums">
      <p aria-hidden="true">{most}</p>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${bars.length * 10} 100`}
        preserveAspectRatio="none"
        className="h-36 w-full border-y border-line"
      >
        {bars.map(({ key, share, text }, place) => {
          // What is not nothing is seen.
          const height = share > 0 ? Math.max(share * 100, 1.5) : 0;
          return (
            <rect
              key={key}
              x={place * 10 + 1.5}
              y={100 - height}
              width={7}
              height={height}
              className={`${FILL[tone]} forced-colors:fill-[Highlight]`}
            >
              <title>{text}</title>
            </rect>
          );
        })}
      </svg>
      <p aria-hidden="true" className="flex justify-between">
        {axis.map((word) => (
          <span key={word}>{word}</span>
        ))}
      </p>
    </div>
  );
}
