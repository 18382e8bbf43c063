'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { SecretOnce } from '@/components/ui/secret-once';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { createApiKeyAction } from './actions';

type Made = { secret: string };

/** Makes a key; its secret is shown once, in the answer. */
export function CreateApiKeyForm({
  words,
}: {
  words: Record<
    'name' | 'nameHint' | 'code' | 'submit' | 'done' | 'copy' | 'copied' | 'pending' | 'broken',
    string
  >;
}) {
  const [state, dispatch] = useActionState<ActionState<Made>, FormData>(createApiKeyAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-md gap-4 border-t border-line pt-4" noValidate>
      <TextField
        name="name"
        id="key-name"
        label={words.name}
        hint={words.nameHint}
        error={problems.name}
        maxLength={40}
        autoComplete="off"
      />
      <CodeField id="code-api" label={words.code} error={problems.code} />
      <FormFailure state={state} broken={words.broken} />
      {state.status === 'ok' ? (
        <SecretOnce title={words.done} secret={state.value.secret} words={words} />
      ) : null}
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
