'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { DigitsField } from './digits-field';
import type { FaultWords } from './fault-words';
import { FormProblem } from './form-problem';
import { readTextCode } from './read-text-code';
import { ResendButton } from './resend-button';
import { refusedByServer } from './say-when-offline';
import { type Send, usePost } from './use-post';

export interface CodeBoxWords extends FaultWords {
  label: string;
  hint: string;
  submit: string;
  pending: string;
  resend: string;
  /** With `{seconds}` in it, for the clock that runs in the browser. */
  resendIn: string;
  resending: string;
  resent: string;
  noMore: string;
}

/** Refusals that are about the digits themselves. */
const ABOUT_CODE = ['code_wrong', 'code_expired'];

/**
 * Six digits from a text message and the way to the next ones. The phone fills them in where it can;
 * nothing is sent off before the button is pressed.
 */
export function CodeBox({
  confirm,
  resend,
  hidden,
  usable,
  waitSeconds,
  words,
}: {
  confirm: Send;
  resend: Send;
  /** Which order, card or signing the code is for. */
  hidden: Record<string, string>;
  /** The last code may still be typed in. */
  usable: boolean;
  /** Until the next one may be asked for; null when there is none left. */
  waitSeconds: number | null;
  words: CodeBoxWords;
}) {
  const router = useRouter();
  const code = useRef<HTMLInputElement>(null);
  const empty = () => {
    if (code.current) code.current.value = '';
  };
  // The digits are gone from the page as they are sent.
  const { state, pending: confirming, form } = usePost('code', confirm, words.offline, empty);
  const { state: sent, pending: sending, form: again } = usePost('resend', resend, words.offline);
  const problem = useRef<HTMLDivElement>(null);
  const wrong = state.status === 'refused' && ABOUT_CODE.includes(state.code);
  const aboutCode = state.status === 'invalid' ? state.fields.code : wrong && state.title;

  useEffect(() => {
    if (state.status === 'idle') return;
    if (code.current) code.current.value = '';
    (problem.current ?? code.current)?.focus();
    // How many tries are left, and whether the bank has answered meanwhile, the server knows.
    if (refusedByServer(state)) router.refresh();
  }, [state, router]);
  useEffect(() => {
    if (sent.status === 'idle') return;
    code.current?.focus();
    if (sent.status === 'ok' || refusedByServer(sent)) router.refresh();
  }, [sent, router]);
  useEffect(() => {
    const leaving = new AbortController();
    void readTextCode(leaving.signal).then((read) => {
      if (read !== undefined && code.current) code.current.value = read;
    });
    return () => leaving.abort();
  }, []);

  const fields = Object.entries(hidden).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  return (
    <div className="grid gap-2.5">
      {usable ? (
        <form {...form} noValidate className="grid gap-4">
          {fields}
          <DigitsField
            ref={code}
            name="code"
            autoComplete="one-time-code"
            label={words.label}
            hint={words.hint}
            error={aboutCode || undefined}
            autoFocus
            required
          />
          {aboutCode ? null : <FormProblem ref={problem} state={state} broken={words.broken} />}
          <SubmitButton size="lg" block pending={confirming} pendingLabel={words.pending}>
            {words.submit}
          </SubmitButton>
        </form>
      ) : null}
      {waitSeconds === null ? (
        <Notice tone="warn">{words.noMore}</Notice>
      ) : (
        <form {...again} className="grid gap-2.5">
          {fields}
          <ResendButton waitSeconds={waitSeconds} sending={sending} words={words} />
          <p role="status" className="text-center text-sm text-ok empty:hidden">
            {sent.status === 'ok' ? words.resent : ''}
          </p>
          <FormProblem ref={null} state={sent} broken={words.broken} />
        </form>
      )}
    </div>
  );
}
