'use client';

import { useRouter } from 'next/navigation';
import {
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { IDLE } from '@/components/ui/action-state';
import type { AskAction } from './ask-form';
import type { FaultWords } from './fault-words';
import { FormProblem } from './form-problem';
import { formatRemaining } from './remaining';
import { sayWhenOffline } from './say-when-offline';

const TICK_MS = 1_000;
const TRY_AGAIN_EVERY_MS = 5_000;

export interface RenewWords extends FaultWords {
  left: string;
  ended: string;
  /** That the next code comes by itself. */
  itself: string;
  renewed: string;
}

/**
 * How long the code on the page is still good, and the next one in its place before it ends; said
 * aloud when it has come. A hidden tab renews nothing: nobody scans there.
 */
export function RenewQr({
  token,
  renew,
  nowMs,
  untilMs,
  renewAtMs,
  shown,
  renews,
  words,
}: {
  token: string;
  renew: AskAction;
  nowMs: number;
  untilMs: number;
  /** When the next one is asked for; the server has the last word. */
  renewAtMs: number;
  /** A code is on the page; where its answer was lost, the next one is asked for at once. */
  shown: boolean;
  /** The order lives longer than this code. */
  renews: boolean;
  words: RenewWords;
}) {
  const router = useRouter();
  const [leftMs, setLeftMs] = useState(untilMs - nowMs);
  const [state, ask, asking] = useActionState(sayWhenOffline(renew, words.offline), IDLE);
  const seen = useRef(untilMs);
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (state.status === 'ok') router.refresh();
  }, [state, router]);
  useEffect(() => {
    if (seen.current === untilMs) return;
    seen.current = untilMs;
    setSaid(words.renewed);
  }, [untilMs, words.renewed]);

  const next = useEffectEvent(() => {
    if (asking || document.visibilityState === 'hidden') return;
    const form = new FormData();
    form.set('token', token);
    startTransition(() => ask(form));
  });
  useEffect(() => {
    const startedAt = performance.now();
    let lastAsked = Number.NEGATIVE_INFINITY;
    const tick = () => {
      const left = untilMs - nowMs - (performance.now() - startedAt);
      setLeftMs(left);
      if (!renews || (shown && left > untilMs - renewAtMs)) return;
      if (performance.now() - lastAsked < TRY_AGAIN_EVERY_MS) return;
      lastAsked = performance.now();
      setSaid('');
      next();
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [nowMs, untilMs, renewAtMs, shown, renews]);

  const good = shown && leftMs > 0;
  return (
    <div className="grid gap-2.5">
      <p className="text-sm text-soft tabular-nums">
        {good ? (
          <>
            {words.left}{' '}
            <span role="timer" suppressHydrationWarning>
              {formatRemaining(leftMs)}
            </span>
          </>
        ) : (
          words.ended
        )}
        {renews ? <span className="with-script"> · {words.itself}</span> : null}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {good ? null : <FormProblem ref={null} state={state} broken={words.broken} />}
    </div>
  );
}
