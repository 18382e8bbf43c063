'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useRef } from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { FormProblem } from './form-problem';
import { readTextCode } from './read-text-code';
import { ResendButton } from './resend-button';

type CodeState = ActionState<string>;
export type CodeAction = (previous: CodeState, form: FormData) => Promise<CodeState>;

export interface CodeBoxWords {
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
  broken: string;
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
  confirm: CodeAction;
  resend: CodeAction;
  /** Which order, card or signing the code is for. */
  hidden: Record<string, string>;
  /** The last code may still be typed in. */
  usable: boolean;
  /** Until the next one may be asked for; null when there is none left. */
  waitSeconds: number | null;
  words: CodeBoxWords;
}) {
  const router = useRouter();
  const [state, submit] = useActionState(confirm, IDLE);
  const [sent, again] = useActionState(resend, IDLE);
  const code = useRef<HTMLInputElement>(null);
  const problem = useRef<HTMLDivElement>(null);
  const wrong = state.status === 'refused' && ABOUT_CODE.includes(state.code);
  const aboutCode = state.status === 'invalid' ? state.fields.code : wrong && state.title;

  useEffect(() => {
    if (state.status === 'idle') return;
    if (code.current) code.current.value = '';
    (problem.current ?? code.current)?.focus();
    // How many tries are left, and whether the bank has answered meanwhile, the server knows.
    if (state.status === 'refused') router.refresh();
  }, [state, router]);
  useEffect(() => {
    if (sent.status === 'idle') return;
    code.current?.focus();
    router.refresh();
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
        <form action={submit} noValidate className="grid gap-4">
          {fields}
          <TextField
            ref={code}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            enterKeyHint="go"
            label={words.label}
            hint={words.hint}
            error={aboutCode || undefined}
            autoFocus
            required
            className="text-center text-xl tracking-[0.4em] tabular-nums"
          />
          {aboutCode ? null : <FormProblem ref={problem} state={state} broken={words.broken} />}
          <SubmitButton size="lg" block pendingLabel={words.pending}>
            {words.submit}
          </SubmitButton>
        </form>
      ) : null}
      {waitSeconds === null ? (
        <Notice tone="warn">{words.noMore}</Notice>
      ) : (
        <form action={again} className="grid gap-2.5">
          {fields}
          <ResendButton waitSeconds={waitSeconds} words={words} />
          <p role="status" className="text-center text-sm text-ok empty:hidden">
            {sent.status === 'ok' ? words.resent : ''}
          </p>
          <FormProblem ref={null} state={sent} broken={words.broken} />
        </form>
      )}
    </div>
  );
}
