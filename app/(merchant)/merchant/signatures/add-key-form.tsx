'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { addSm2KeyAction } from './actions';

/** Adds a public key, with a code of the member's authenticator. */
export function AddKeyForm({
  words,
}: {
  words: Record<'key' | 'keyHint' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(addSm2KeyAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-xl gap-4 border-t border-line pt-4" noValidate>
      <TextAreaField
        name="publicKey"
        label={words.key}
        hint={words.keyHint}
        error={problems.publicKey}
        defaultValue={keptOf(state).publicKey}
        rows={4}
        autoComplete="off"
        spellCheck={false}
        className="font-mono text-xs"
      />
      <CodeField id="code-add" label={words.code} error={problems.code} />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
