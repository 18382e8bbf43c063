'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { AmountField } from '@/components/ui/amount-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { withdrawalAction } from './actions';

/** How much, and a fresh code; the browser posts it by itself, too. */
export function WithdrawalForm({
  requestKey,
  words,
}: {
  requestKey: string;
  words: Record<'amount' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(withdrawalAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-md gap-4">
      <input type="hidden" name="requestKey" value={keptOf(state).requestKey ?? requestKey} />
      <AmountField name="amount" label={words.amount} error={problems.amount} required />
      <CodeField id="withdrawal-code" label={words.code} error={problems.code} />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
