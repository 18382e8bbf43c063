'use client';

import { useEffect, useRef } from 'react';
import type { ActionState } from '@/components/ui/action-state';
import type { ButtonVariant } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FaultWords } from './fault-words';
import { FormProblem } from './form-problem';
import { usePost } from './use-post';

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
  faults,
}: {
  action: AskAction;
  token: string;
  variant: ButtonVariant;
  label: string;
  pendingLabel: string;
  /** What to say about each answer that leaves the shopper on this page. */
  answers: Record<string, string>;
  faults: FaultWords;
}) {
  const { state, pending, form } = usePost('ask', action, faults.offline);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') answer.current?.focus();
  }, [state]);
  const said = state.status === 'ok' ? answers[state.value] : undefined;
  return (
    <form {...form} className="grid gap-2.5">
      <input type="hidden" name="token" value={token} />
      <SubmitButton block variant={variant} pending={pending} pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
      {said ? (
        <Notice ref={answer} role="status" tabIndex={-1} tone="accent">
          {said}
        </Notice>
      ) : (
        <FormProblem ref={answer} state={state} broken={faults.broken} />
      )}
    </form>
  );
}
