'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { switchAccountAction } from './actions';

/** Freezes or unfreezes the account; nobody does so without saying why. */
export function SwitchForm({
  account,
  to,
  words,
}: {
  account: string;
  to: 'frozen' | 'active';
  words: Record<'cause' | 'causeHint' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(switchAccountAction, IDLE);
  return (
    <form action={dispatch} className="grid max-w-md gap-4">
      <input type="hidden" name="account" value={account} />
      <input type="hidden" name="to" value={to} />
      <TextField
        name="cause"
        label={words.cause}
        hint={words.causeHint}
        error={state.status === 'invalid' ? state.fields.cause : undefined}
        maxLength={200}
        autoComplete="off"
        required
      />
      <CodeField
        label={words.code}
        error={state.status === 'invalid' ? state.fields.code : undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton
          variant={to === 'frozen' ? 'danger' : 'secondary'}
          pendingLabel={words.pending}
        >
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
