import type { ReactNode } from 'react';

export type IconName =
  | 'top-up'
  | 'withdraw'
  | 'statement'
  | 'card'
  | 'shield'
  | 'back'
  | 'in'
  | 'out';

const DRAWING: Record<IconName, ReactNode> = {
  'top-up': <path d="M12 4.5v11m-4.5-4.5 4.5 4.5 4.5-4.5M5 19.5h14" />,
  withdraw: <path d="M12 15.5v-11M7.5 9 12 4.5 16.5 9M5 19.5h14" />,
  statement: (
    <path d="M6.5 3.5h11v17l-2.75-1.75L12 20.5l-2.75-1.75L6.5 20.5zM9.5 8.5h5M9.5 12.5h5" />
  ),
  card: (
    <>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2.5" />
      <path d="M3.5 10h17M7 15h3" />
    </>
  ),
  shield: (
    <path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.3 7 9 4.1-1.7 7-4.7 7-9V6zM9 12l2.25 2.25L15.25 10" />
  ),
  back: <path d="m14.5 5.5-6.5 6.5 6.5 6.5" />,
  in: <path d="M17 7 7 17m0-7.5V17h7.5" />,
  out: <path d="M7 17 17 7m-7.5 0H17v7.5" />,
};

/** A drawing beside words that say the same. */
export function Icon({ name, className = 'size-6' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {DRAWING[name]}
    </svg>
  );
}
