'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useCallback, useEffect } from 'react';
import { codeProblem, passwordProblem } from './field-problems';
import { refusedByServer } from './say-when-offline';
import { type Send, usePost } from './use-post';

type Field = RefObject<HTMLInputElement | null>;

/**
 * Sends the pay form in place, once however often it is pressed, and empties the password and the code
 * as it is sent: nothing of them is on the page while the answer is awaited, after it, or when the
 * browser brings the page back. Without JavaScript the browser sends the form itself.
 */
export function usePayPost({
  action,
  codeAction,
  offline,
  codeOffline,
  secrets,
  problem,
}: {
  action: Send;
  codeAction: Send;
  /** What to say when the server could not be reached. */
  offline: string;
  /** … and the code was not asked for. */
  codeOffline: string;
  /** The password, then the code. */
  secrets: readonly [Field, Field];
  problem: RefObject<HTMLDivElement | null>;
}) {
  const router = useRouter();
  const [password, code] = secrets;
  const forget = useCallback(() => {
    for (const field of [password.current, code.current]) if (field) field.value = '';
  }, [password, code]);
  const { state, plain, pending, underWay, form } = usePost('pay', action, offline, forget);
  const {
    state: sent,
    pending: sending,
    form: sendCode,
  } = usePost('payCode', codeAction, codeOffline);

  useEffect(() => {
    if (state.status === 'idle') return;
    // What may be used has perhaps changed with the refusal: a lock, an expiry, another tab.
    if (refusedByServer(state)) router.refresh();
    const focused =
      (passwordProblem(state) && password.current) || (codeProblem(state) && code.current);
    (focused || problem.current)?.focus();
  }, [state, router, password, code, problem]);

  useEffect(() => {
    const back = ({ persisted }: PageTransitionEvent) => {
      // The answer to what was under way has been lost with the page that awaited it.
      if (persisted && underWay.current) location.reload();
    };
    addEventListener('pagehide', forget);
    addEventListener('pageshow', back);
    return () => {
      removeEventListener('pagehide', forget);
      removeEventListener('pageshow', back);
    };
  }, [forget, underWay]);

  return { state, plain, pending, sent, sending, sendCode, form };
}
