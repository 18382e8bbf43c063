'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { sentBefore } from './sent-before';

const SECONDS = 5;
const TICK_MS = 1_000;

/**
 * Waits until the merchant has been told, no longer than `waitMs`, and then leads back by itself after
 * seconds that can be stopped. Once per order and tab: whoever leaves, comes back, reloads or prints
 * stays. A hidden page does not count.
 */
export function WayBack({
  url,
  waitMs,
  onceKey,
  words,
}: {
  url: string;
  /** Zero once the merchant has been told. */
  waitMs: number;
  onceKey: string;
  /** `leaving` with `{seconds}` in it. */
  words: { telling: string; leaving: string; stay: string };
}) {
  const [on, setOn] = useState(false);
  const [left, setLeft] = useState(waitMs === 0 ? SECONDS : undefined);
  const begun = useRef(false);
  const waited = useRef(0);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    setOn(sentBefore(onceKey) === 'first');
  }, [onceKey]);

  const tick = useEffectEvent(() => {
    if (document.visibilityState === 'hidden') return;
    if (left === undefined && waited.current < waitMs) {
      waited.current += TICK_MS;
      return;
    }
    const next = (left ?? SECONDS + 1) - 1;
    setLeft(next);
    if (next > 0) return;
    setOn(false);
    location.assign(url);
  });
  useEffect(() => {
    if (!on) return;
    const stay = () => setOn(false);
    const timer = setInterval(tick, TICK_MS);
    window.addEventListener('pagehide', stay);
    window.addEventListener('beforeprint', stay);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', stay);
      window.removeEventListener('beforeprint', stay);
    };
  }, [on]);

  if (!on) return null;
  const sayLeft = (seconds: number) => words.leaving.replace('{seconds}', String(seconds));
  return (
    <div className="grid gap-1 text-center print:hidden">
      <p aria-hidden className="text-sm text-soft tabular-nums">
        {left === undefined ? words.telling : sayLeft(left)}
      </p>
      {/* Said once, not each second. */}
      <p role="status" className="sr-only">
        {left === undefined ? words.telling : sayLeft(SECONDS)}
      </p>
      <Button variant="quiet" block onClick={() => setOn(false)}>
        {words.stay}
      </Button>
    </div>
  );
}
