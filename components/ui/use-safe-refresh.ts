'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef } from 'react';
import { serverAnswers } from './server-answers';

/**
 * Draws the page again, unless its server cannot be reached: then it stays as it is, where the router
 * would put the browser's own error page in its place. For whatever nobody has pressed.
 */
export function useSafeRefresh(): () => void {
  const router = useRouter();
  const asking = useRef(false);
  return useCallback(() => {
    if (asking.current) return;
    asking.current = true;
    void serverAnswers().then((there) => {
      asking.current = false;
      if (there) router.refresh();
    });
  }, [router]);
}
