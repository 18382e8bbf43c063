import type { ReactNode } from 'react';

/** A text to be agreed to, folded away beside the tick that agrees to it. */
export function TermsBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="rounded-control border border-line">
      <summary className="min-h-11 px-4 py-2.5 text-sm font-medium text-accent-text">
        {label}
      </summary>
      <div className="max-h-72 overflow-y-auto border-t border-line px-4 py-3.5">{children}</div>
    </details>
  );
}
