'use client';

import { type ReactNode, useState } from 'react';
import type { ActionState } from '@/components/ui/action-state';
import { SecretOnce } from '@/components/ui/secret-once';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { CodeField } from '../code-field';
import { FormFailure } from '../form-failure';

export type Invited = { email: string; link: string };

export type InvitationWords = Record<
  'email' | 'code' | 'submit' | 'done' | 'copy' | 'copied' | 'pending' | 'broken',
  string
>;

/** Asks somebody to join, by e-mail address; the link is shown once, in the answer. */
export function InvitationForm({
  state,
  dispatch,
  place,
  above,
  children,
  className,
  words,
}: {
  state: ActionState<Invited>;
  dispatch: (form: FormData) => void;
  /** Which one it is, where a page has several. */
  place?: string;
  /** What is asked before the address, and after it. */
  above?: ReactNode;
  children?: ReactNode;
  className: string;
  words: InvitationWords;
}) {
  const [email, setEmail] = useState('');
  const problems = state.status === 'invalid' ? state.fields : {};
  const idOf = (field: string) => (place ? `${place}-${field}` : field);
  return (
    <form action={dispatch} className={`grid gap-4 ${className}`} noValidate>
      {above}
      <TextField
        name="email"
        id={idOf('email')}
        label={words.email}
        error={problems.email}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        type="email"
        autoComplete="off"
        required
      />
      {children}
      <CodeField id={idOf('code')} label={words.code} error={problems.code} />
      <FormFailure state={state} broken={words.broken} />
      {state.status === 'ok' ? (
        <SecretOnce
          title={words.done}
          about={state.value.email}
          secret={state.value.link}
          words={words}
        />
      ) : null}
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
