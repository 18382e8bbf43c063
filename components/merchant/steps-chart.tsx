import { ShareBar } from './share-bar';

export interface ChartStep {
  key: string;
  name: string;
  count: string;
  /** 0 to 1. */
  share: number;
  percent: string;
}

/** One below the other, each with its figure, its part of the whole and a bar as long. */
export function StepsChart({ label, steps }: { label: string; steps: readonly ChartStep[] }) {
  return (
    <ol aria-label={label} className="grid gap-3 text-sm">
      {steps.map(({ key, name, count, share, percent }) => (
        <li key={key} className="grid gap-1">
          <span className="flex items-baseline justify-between gap-3">
            <span>{name}</span>
            <span className="text-soft tabular-nums">
              <span className="font-medium text-ink">{count}</span> · {percent}
            </span>
          </span>
          <ShareBar share={share} />
        </li>
      ))}
    </ol>
  );
}
