'use client';

import { useActionState, useEffect, useRef } from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import type { ButtonVariant } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { FormProblem } from './form-problem';

type AskState = ActionState<string>;
export type AskAction = (previous: AskState, form: FormData) => Promise<AskState>;

/** One button that asks the server something about this order, and says what it answered. */
export function AskForm({
  action,
  token,
  variant,
  label,
  pendingLabel,
  answers,
  broken,
}: {
  action: AskAction;
  token: string;
  variant: ButtonVariant;
  label: string;
  pendingLabel: string;
  /** What to say about each answer that leaves the shopper on this page. */
  answers: Record<string, string>;
  broken: string;
}) {
  const [state, ask] = useActionState(action, IDLE);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') answer.current?.focus();
  }, [state]);
  const said = state.status === 'ok' ? answers[state.value] : undefined;
  return (
    <form action={ask} className="grid gap-2.5">
      <input type="hidden" name="token" value={token} />
      <SubmitButton block variant={variant} pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
      {said ? (
        <Notice ref={answer} role="status" tabIndex={-1} tone="accent">
          {said}
        </Notice>
      ) : (
        <FormProblem ref={answer} state={state} broken={broken} />
      )}
    </form>
  );
}
