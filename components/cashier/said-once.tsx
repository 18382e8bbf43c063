'use client';

import { type ReactNode, useEffect, useState } from 'react';

/** A word about the last press: taken out of the address at once, and gone with the next press. */
export function SaidOnce({ query, children }: { query: string; children: ReactNode }) {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    // A moment later, when the router hears of it: what it fetches from then on is the address without.
    queueMicrotask(() => {
      const address = new URL(location.href);
      address.searchParams.delete(query);
      window.history.replaceState(null, '', address);
    });
    const leave = () => setGone(true);
    document.addEventListener('submit', leave);
    return () => document.removeEventListener('submit', leave);
  }, [query]);
  return gone ? null : children;
}
