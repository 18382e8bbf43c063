'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { SecretOnce } from '@/components/ui/secret-once';
import { SubmitButton } from '@/components/ui/submit-button';
import { rotateSecretAction } from './secret-actions';

/** Replaces the secret; the new one is shown once, in the answer. */
export function RotateForm({
  endpointId,
  words,
}: {
  endpointId: string;
  words: Record<
    'submit' | 'atOnce' | 'atOnceHint' | 'done' | 'copy' | 'copied' | 'pending' | 'broken',
    string
  >;
}) {
  const [state, dispatch] = useActionState<ActionState<{ secret: string }>, FormData>(
    rotateSecretAction,
    IDLE,
  );
  return (
    <form action={dispatch} className="grid gap-4">
      <input type="hidden" name="endpointId" value={endpointId} />
      {state.status === 'ok' ? (
        <SecretOnce title={words.done} secret={state.value.secret} words={words} />
      ) : null}
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-1">
        <input
          type="checkbox"
          name="atOnce"
          value="yes"
          className="mt-0.5 size-5 flex-none accent-(--color-accent-text)"
        />
        <span>
          {words.atOnce}
          <span className="block text-sm text-soft">{words.atOnceHint}</span>
        </span>
      </label>
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
