'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { SecretOnce } from '@/components/ui/secret-once';
import { SubmitButton } from '@/components/ui/submit-button';

import { createLinkKeyAction } from './actions';

type Made = { id: string; secret: string };

/** Makes a key; its secret is shown once, in the answer. */
export function CreateLinkKeyForm({
  words,
}: {
  words: Record<
    'number' | 'code' | 'submit' | 'done' | 'copy' | 'copied' | 'pending' | 'broken',
    string
  >;
}) {
  const [state, dispatch] = useActionState<ActionState<Made>, FormData>(createLinkKeyAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-md gap-4 border-t border-line pt-4" noValidate>
      <CodeField id="code-link" label={words.code} error={problems.code} />
      <FormFailure state={state} broken={words.broken} />
      {state.status === 'ok' ? (
        <SecretOnce
          title={words.done}
          about={words.number.replace('{id}', state.value.id)}
          secret={state.value.secret}
          words={words}
        />
      ) : null}
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
