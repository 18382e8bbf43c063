'use client';

import { useLayoutEffect } from 'react';

/**
 * In a browser that keeps nothing, a page on the way to somewhere else leaves going there to the
 * shopper; else no picture of it would stay long enough to be looked at.
 */
export function KeepNothing() {
  useLayoutEffect(() => {
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get() {
        throw new DOMException('kept nothing', 'SecurityError');
      },
    });
  }, []);
  return null;
}
