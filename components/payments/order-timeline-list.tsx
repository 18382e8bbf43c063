import type { ReactNode } from 'react';
import { Moment } from '@/components/ui/moment';

export type StepTone = 'ok' | 'bad' | 'warn' | 'neutral';

export interface Step {
  key: string;
  tone: StepTone;
  title: ReactNode;
  body?: ReactNode;
}

/** What happened within one second. */
export interface ShownMoment {
  key: string;
  at: Date;
  steps: Step[];
}

const DOT: Record<StepTone, string> = {
  ok: 'bg-ok',
  bad: 'bg-bad',
  warn: 'bg-warn',
  neutral: 'bg-edge',
};

/** A day of an order's life: each moment with its time to the second, and under it all that it brought. */
export function OrderTimelineList({
  label,
  moments,
}: {
  label: string;
  moments: readonly ShownMoment[];
}) {
  return (
    <ol aria-label={label} className="grid">
      {moments.map(({ key, at, steps }) => (
        <li
          key={key}
          className="relative grid gap-1.5 border-s-2 border-line ps-5 pb-5 last:border-transparent last:pb-0"
        >
          <span
            aria-hidden="true"
            className={`absolute -start-[0.4375rem] top-1 size-3 rounded-full border-2 border-card forced-colors:border-[CanvasText] ${DOT[worst(steps)]}`}
          />
          <p className="text-xs text-faint">
            <Moment at={at} />
          </p>
          {steps.map((step) => (
            <div key={step.key} className="grid gap-0.5 text-sm">
              <div className="flex flex-wrap items-baseline gap-x-2 font-medium">{step.title}</div>
              {step.body ? (
                <div className="text-xs whitespace-pre-line break-words text-soft">{step.body}</div>
              ) : null}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

const WEIGHT: Record<StepTone, number> = { bad: 3, warn: 2, ok: 1, neutral: 0 };

/** A moment has the colour of the worst that it brought; failing that, of the best. */
const worst = (steps: readonly Step[]): StepTone =>
  steps.reduce<StepTone>(
    (tone, step) => (WEIGHT[step.tone] > WEIGHT[tone] ? step.tone : tone),
    'neutral',
  );
