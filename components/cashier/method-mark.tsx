import type { ReactNode } from 'react';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { METHOD_GROUNDS } from './method-grounds';

/** Our own drawings: they say what a method is, and copy nobody's trade mark. */
const DRAWING: Record<MethodCode, ReactNode> = {
  balance: (
    <>
      <path d="M4 8.5a2.5 2.5 0 0 1 2.5-2.5H16a2 2 0 0 1 2 2v.5" />
      <rect x="4" y="8.5" width="16" height="10.5" rx="2.5" />
      <path d="M15.75 13.75h.01" strokeWidth="2.5" />
    </>
  ),
  quickpass: (
    <>
      <path d="M6 9.2a8.6 8.6 0 0 1 12 0" />
      <path d="M8.6 12.2a5 5 0 0 1 6.8 0" />
      <path d="M12 15.6h.01" strokeWidth="3" />
    </>
  ),
  card: (
    <>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2.5" />
      <path d="M3.5 10h17M7 15h3" />
    </>
  ),
  carrier: (
    <>
      <rect x="7" y="3.5" width="10" height="17" rx="2.25" />
      <path d="M12 17.25h.01" strokeWidth="2.5" />
      <path d="M10 8h4M10 11h4" />
    </>
  ),
};

export function MethodMark({ method, dim }: { method: MethodCode; dim?: boolean }) {
  return (
    <span
      style={{ backgroundColor: METHOD_GROUNDS[method] }}
      className={`grid size-10 shrink-0 place-items-center rounded-mark text-white ${dim ? 'opacity-45 grayscale' : ''}`}
    >
      <svg
        viewBox="0 0 24 24"
        className="size-6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {DRAWING[method]}
      </svg>
    </span>
  );
}
