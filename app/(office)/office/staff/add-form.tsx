'use client';

import { useActionState, useState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { addStaffAction } from './actions';

export type AddWords = Record<
  'name' | 'email' | 'role' | 'code' | 'submit' | 'pending' | 'done' | 'password' | 'broken',
  string
>;
type Added = { email: string; password: string };

/** Adds a member; what they sign in with the first time is shown once, in the answer. */
export function AddForm({
  roles,
  words,
}: {
  roles: readonly { value: string; label: string }[];
  words: AddWords;
}) {
  const [state, dispatch] = useActionState<ActionState<Added>, FormData>(addStaffAction, IDLE);
  const [typed, setTyped] = useState({ displayName: '', email: '' });
  const keep = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped((before) => ({ ...before, [name]: target.value })),
  });
  const problem = (field: string) => (state.status === 'invalid' ? state.fields[field] : undefined);
  return (
    <form action={dispatch} className="grid max-w-md gap-4" noValidate>
      <TextField
        {...keep('displayName')}
        label={words.name}
        error={problem('displayName')}
        required
      />
      <TextField
        {...keep('email')}
        label={words.email}
        error={problem('email')}
        type="email"
        autoComplete="off"
        required
      />
      <SelectField name="role" label={words.role} options={roles} />
      <CodeField label={words.code} error={problem('code')} />
      <FormFailure state={state} broken={words.broken} />
      {state.status === 'ok' ? (
        <Notice tone="ok" role="status" title={words.done}>
          <span className="block break-all">{state.value.email}</span>
          {words.password}{' '}
          <code className="font-mono break-all select-all">{state.value.password}</code>
        </Notice>
      ) : null}
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
