'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What the last press has brought, on a page that is otherwise the same: read on from here. */
export function FocusedPart({ label, children }: { label: string; children: ReactNode }) {
  const part = useRef<HTMLElement>(null);
  useEffect(() => part.current?.focus(), []);
  return (
    <section ref={part} tabIndex={-1} aria-label={label} className="rounded-card">
      {children}
    </section>
  );
}
