'use client';

import { useState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { FormFailure } from '../../form-failure';
import { useSignInForm } from '../use-sign-in-form';
import { signInStaffAction } from './actions';

export interface StaffFormWords {
  email: string;
  password: string;
  submit: string;
  pending: string;
  broken: string;
}

/** E-mail and password of a merchant's or office user. */
export function StaffForm({ next, words }: { next?: string; words: StaffFormWords }) {
  const { state, dispatch, form, problemOf } = useSignInForm(signInStaffAction);
  // Kept through a refusal on this side only: the server never sends back what was typed.
  const [email, setEmail] = useState('');
  return (
    <form ref={form} action={dispatch} className="grid gap-4" noValidate>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <TextField
        name="email"
        label={words.email}
        error={problemOf('email')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        type="email"
        autoComplete="username"
        required
      />
      <TextField
        name="password"
        label={words.password}
        error={problemOf('password')}
        type="password"
        autoComplete="current-password"
        required
      />
      <FormFailure state={state} broken={words.broken} />
      <SubmitButton size="lg" block pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
