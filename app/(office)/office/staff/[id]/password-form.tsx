'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { renewPasswordAction } from './actions';

/** Gives a member another one-time password, which is shown once, in the answer. */
export function PasswordForm({
  userId,
  words,
}: {
  userId: string;
  words: Record<'lead' | 'code' | 'submit' | 'pending' | 'broken' | 'done' | 'password', string>;
}) {
  const [state, dispatch] = useActionState<ActionState<{ password: string }>, FormData>(
    renewPasswordAction,
    IDLE,
  );
  return (
    <form action={dispatch} className="grid max-w-md gap-3" noValidate>
      <input type="hidden" name="userId" value={userId} />
      <p className="text-sm text-soft">{words.lead}</p>
      <CodeField
        id="code-password"
        label={words.code}
        error={state.status === 'invalid' ? state.fields.code : undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      {state.status === 'ok' ? (
        <Notice tone="ok" role="status" title={words.done}>
          {words.password}{' '}
          <code className="font-mono break-all select-all">{state.value.password}</code>
        </Notice>
      ) : null}
      <div>
        <SubmitButton variant="danger" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
