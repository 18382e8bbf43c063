'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { confirmOverrideAction } from './override-actions';

/** The second person agrees, with a code of their authenticator. */
export function ConfirmOverrideForm({
  id,
  words,
}: {
  id: string;
  words: Record<'code' | 'codeHint' | 'submit' | 'this' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(confirmOverrideAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-xs gap-3" aria-label={words.this}>
      <input type="hidden" name="id" value={id} />
      <CodeField id={`code-${id}`} label={words.code} hint={words.codeHint} error={problems.code} />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
