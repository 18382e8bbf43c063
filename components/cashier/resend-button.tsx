'use client';

import { useEffect, useState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';

const TICK_MS = 500;

/**
 * Asks for the next code, once the time for it has come: counted down from what the server said, so
 * that a reload changes nothing. Without JavaScript it can be pressed, and the server says how long.
 */
export function ResendButton({
  waitSeconds,
  sending,
  words,
}: {
  waitSeconds: number;
  sending: boolean;
  words: { resend: string; resendIn: string; resending: string };
}) {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const endsAt = Date.now() + waitSeconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((endsAt - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [waitSeconds]);
  return (
    <SubmitButton
      variant="secondary"
      block
      disabled={left > 0}
      pending={sending}
      pendingLabel={words.resending}
    >
      <span className="tabular-nums">
        {left > 0 ? words.resendIn.replace('{seconds}', String(left)) : words.resend}
      </span>
    </SubmitButton>
  );
}
