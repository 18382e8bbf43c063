'use client';

import { useEffect, useState } from 'react';
import { useSafeRefresh } from '@/components/ui/use-safe-refresh';
import { formatRemaining, minuteCrossed, SHORT_MS } from './remaining';

const TICK_MS = 1_000;
const ASK_AGAIN_EVERY = 4;

/**
 * Time left by the server's clock. What the server rendered is right without JavaScript; here it
 * ticks. At zero the page asks the server, whose word alone ends the order.
 */
export function Countdown({
  nowMs,
  untilMs,
  label,
  fiveMinutes,
  oneMinute,
}: {
  nowMs: number;
  untilMs: number;
  label: string;
  /** What a screen reader is told when this much is left. */
  fiveMinutes: string;
  oneMinute: string;
}) {
  const refresh = useSafeRefresh();
  const [leftMs, setLeftMs] = useState(untilMs - nowMs);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const startedAt = performance.now();
    let before = untilMs - nowMs;
    let overdue = 0;
    setLeftMs(before);
    const timer = setInterval(() => {
      const left = untilMs - nowMs - (performance.now() - startedAt);
      const minutes = minuteCrossed(before, left);
      if (minutes !== undefined) setSaid(minutes === 5 ? fiveMinutes : oneMinute);
      if (left <= 0 && overdue % ASK_AGAIN_EVERY === 0) refresh();
      overdue = left <= 0 ? overdue + 1 : 0;
      before = left;
      setLeftMs(left);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [nowMs, untilMs, refresh, fiveMinutes, oneMinute]);

  return (
    <>
      <span
        role="timer"
        className={`inline-flex items-baseline gap-1.5 text-sm tabular-nums ${leftMs <= SHORT_MS ? 'font-medium text-warn' : 'text-soft'}`}
      >
        {label}
        <span suppressHydrationWarning>{formatRemaining(leftMs)}</span>
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
