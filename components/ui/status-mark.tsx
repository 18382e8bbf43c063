import type { ReactNode } from 'react';

export type StatusMarkKind = 'ok' | 'waiting' | 'info' | 'warn' | 'bad';

const LOOK: Record<StatusMarkKind, string> = {
  ok: 'bg-ok-ground text-ok',
  waiting: 'bg-tint text-accent-text',
  info: 'bg-ground text-soft',
  warn: 'bg-warn-ground text-warn',
  bad: 'bg-bad-ground text-bad',
};

const SIGN: Record<StatusMarkKind, ReactNode> = {
  // The one thing that draws itself, once: it is what everybody has waited for.
  ok: <path d="m10.5 18.5 5 5 10-11" pathLength={1} className="animate-draw-once" />,
  waiting: <path d="M18 10.5V18l5 3.5" />,
  info: <path d="M18 17v8M18 11.5h.01" />,
  warn: <path d="M18 10.5V19M18 24.5h.01" />,
  bad: <path d="m12.5 12.5 11 11M23.5 12.5l-11 11" />,
};

/** The state in one sign; the words beside it say the same. */
export function StatusMark({ kind }: { kind: StatusMarkKind }) {
  return (
    <span className={`relative grid size-16 place-items-center rounded-full ${LOOK[kind]}`}>
      {kind === 'waiting' ? (
        <span className="absolute inset-0 animate-pulse-ring rounded-full bg-tint" />
      ) : null}
      <svg
        viewBox="0 0 36 36"
        className="relative size-10"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {kind === 'waiting' ? <circle cx="18" cy="18" r="11.5" /> : null}
        {SIGN[kind]}
      </svg>
    </span>
  );
}
