'use client';

import { useEffect, useState } from 'react';

/** What then tells that it is so. */
const SHOWS = { pending: 'main button[aria-disabled=true]', offline: 'main [role=alert]' };

/**
 * The page's first form is pressed as soon as it can be, and the network gives no answer, or fails. Until the
 * page shows it, the picture is marked as not ready.
 */
export function PressedForm({ answer }: { answer: keyof typeof SHOWS }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const send = window.fetch;
    window.fetch = (input, init) => {
      if (!new Headers(init?.headers).has('next-action')) return send(input, init);
      return answer === 'pending'
        ? new Promise(() => undefined)
        : Promise.reject(new TypeError('Failed to fetch'));
    };
    document.querySelector<HTMLFormElement>('main form')?.requestSubmit();
    let frame = 0;
    const look = () => {
      if (document.querySelector(SHOWS[answer])) setReady(true);
      else frame = requestAnimationFrame(look);
    };
    look();
    return () => {
      cancelAnimationFrame(frame);
      window.fetch = send;
    };
  }, [answer]);
  return ready ? null : <i hidden data-picture="not-ready" />;
}
