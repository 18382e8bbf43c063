'use client';

import { useEffect } from 'react';

/** ⌘K or Ctrl K from anywhere in the office leads to where an order is looked for. */
export function FindKey({ href }: { href: string }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      window.location.assign(href);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [href]);
  return <kbd className="with-script font-sans text-xs text-faint">⌘K</kbd>;
}
