'use client';

import { IDLE } from '@/components/ui/action-state';
import { TextField } from '@/components/ui/text-field';
import { NewPasswordField } from '../../../new-password-field';
import { SignInForm } from '../../sign-in-form';
import { useSignInForm } from '../../use-sign-in-form';
import { enrolMemberAction, enrolStaffAction } from './actions';

export type AuthenticatorWords = Record<
  'code' | 'codeHint' | 'password' | 'passwordHint' | 'submit' | 'pending' | 'broken',
  string
>;

/** The first code of a new authenticator; in the office with a password of one's own. */
export function AuthenticatorForm({
  role,
  email,
  next,
  words,
}: {
  role: 'office' | 'merchant';
  /** For the browser to keep the password beside. */
  email: string;
  next?: string;
  words: AuthenticatorWords;
}) {
  const { problemOf, ...answer } = useSignInForm(
    role === 'office' ? enrolStaffAction : enrolMemberAction,
  );
  const { state } = answer;
  const wrong = state.status === 'refused' && state.code === 'totp_wrong';
  return (
    <SignInForm {...answer} state={wrong ? IDLE : state} next={next} words={words}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        error={wrong ? state.title : problemOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        className="text-center text-xl tracking-[0.4em] tabular-nums"
        required
      />
      {role === 'office' ? <NewPasswordField words={words} error={problemOf('password')} /> : null}
    </SignInForm>
  );
}
