import type { ReactNode } from 'react';
import { Moment } from '@/components/ui/moment';

export interface CaseEvent {
  key: string;
  at: Date;
  title: ReactNode;
  body?: ReactNode;
  tone: 'ok' | 'bad' | 'accent' | 'neutral';
}

const DOT: Record<CaseEvent['tone'], string> = {
  ok: 'bg-ok',
  bad: 'bg-bad',
  accent: 'bg-accent-text',
  neutral: 'bg-edge',
};

/** What has happened, oldest first: what, when, and below it by whom and why. */
export function CaseTimeline({ label, events }: { label: string; events: readonly CaseEvent[] }) {
  return (
    <ol aria-label={label} className="grid">
      {events.map(({ key, at, title, body, tone }) => (
        <li
          key={key}
          className="relative grid gap-0.5 border-s-2 border-line ps-5 pb-4 last:border-transparent last:pb-0"
        >
          <span
            aria-hidden="true"
            className={`absolute -start-[0.4375rem] top-1.5 size-3 rounded-full border-2 border-card forced-colors:border-[CanvasText] ${DOT[tone]}`}
          />
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">{title}</span>
            <span className="text-xs text-faint">
              <Moment at={at} />
            </span>
          </p>
          {body ? <div className="text-sm whitespace-pre-line text-soft">{body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
