'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { payoutAccountAction } from './actions';

/** Another account to be paid out to; nothing of it is ever sent back. */
export function AccountForm({
  words,
}: {
  words: Record<'card' | 'cardHint' | 'holder' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(payoutAccountAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-md gap-4">
      <TextField
        name="holder"
        label={words.holder}
        error={problems.holder}
        autoComplete="off"
        maxLength={64}
        required
      />
      <TextField
        name="cardNo"
        label={words.card}
        hint={words.cardHint}
        error={problems.cardNo}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        required
      />
      <CodeField id="account-code" label={words.code} error={problems.code} />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
