'use client';

import { useEffect } from 'react';
import { useSafeRefresh } from './use-safe-refresh';

/** Draws the page again for as long as it is on it; without JavaScript, by reloading. */
export function RefreshMeanwhile({ everySeconds = 2 }: { everySeconds?: number }) {
  const refresh = useSafeRefresh();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, everySeconds * 1_000);
    return () => clearInterval(timer);
  }, [refresh, everySeconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(Math.max(5, everySeconds))} />
    </noscript>
  );
}
