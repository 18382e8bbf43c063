'use client';

import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { NewPasswordField } from '../../new-password-field';
import { SignInForm } from '../../sign-in/sign-in-form';
import { useSignInForm } from '../../sign-in/use-sign-in-form';
import { joinAction } from './actions';

export type JoinWords = Record<
  'name' | 'nameHint' | 'password' | 'passwordHint' | 'submit' | 'pending' | 'broken',
  string
>;

/** One's own name and password; the authenticator comes on the next page. */
export function JoinForm({
  token,
  email,
  words,
}: {
  token: string;
  /** For the browser to keep the password beside. */
  email: string;
  words: JoinWords;
}) {
  const { problemOf, ...answer } = useSignInForm(joinAction);
  const [name, setName] = useState('');
  return (
    <SignInForm {...answer} words={words}>
      <input type="hidden" name="token" value={token} />
      <TextField
        name="displayName"
        label={words.name}
        hint={words.nameHint}
        error={problemOf('displayName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="name"
        maxLength={60}
        required
      />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <NewPasswordField words={words} error={problemOf('password')} />
    </SignInForm>
  );
}
