'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { assignCaseAction } from './actions';

/** Says to whose number the money belongs; money moves, so whoever says it shows their authenticator. */
export function AssignForm({
  caseId,
  words,
}: {
  caseId: string;
  words: Record<'number' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(assignCaseAction, IDLE);
  return (
    <form action={dispatch} className="grid content-start gap-4">
      <input type="hidden" name="caseId" value={caseId} />
      <TextField
        id={`number-${caseId}`}
        name="number"
        label={words.number}
        error={state.status === 'invalid' ? state.fields.number : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={23}
        required
      />
      <CodeField
        id={`code-${caseId}`}
        label={words.code}
        error={state.status === 'invalid' ? state.fields.code : undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
