'use client';

import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { SignInForm } from '../sign-in-form';
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
  const { problemOf, ...answer } = useSignInForm(signInStaffAction);
  // Kept through a refusal on this side only: the server never sends back what was typed.
  const [email, setEmail] = useState('');
  return (
    <SignInForm {...answer} next={next} words={words}>
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
    </SignInForm>
  );
}
