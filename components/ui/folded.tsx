import type { ReactNode } from 'react';

/** One of several rare steps under each other, folded away under its name. */
export function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-t border-line pt-2">
      <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text">
        {title}
      </summary>
      <div className="pt-1 pb-3">{children}</div>
    </details>
  );
}
