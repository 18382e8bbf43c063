'use client';

import type { FormAction } from '@/app/_server/action';
import { IDLE } from '@/components/ui/action-state';
import { TextField } from '@/components/ui/text-field';
import { SignInForm } from './sign-in/sign-in-form';
import { useSignInForm } from './sign-in/use-sign-in-form';

const ABOUT_THE_CODE = ['sign_in_code_wrong', 'totp_wrong'];

export type CodeFormWords = Record<'code' | 'codeHint' | 'submit' | 'pending' | 'broken', string>;

/** Takes the six digits; the phone offers them by itself from the text message. */
export function CodeForm({
  action,
  next,
  words,
}: {
  action: FormAction<never>;
  /** Where it goes on from here. */
  next?: string;
  words: CodeFormWords;
}) {
  const { problemOf, ...answer } = useSignInForm(action);
  const { state } = answer;
  const refused = state.status === 'refused' && ABOUT_THE_CODE.includes(state.code);
  return (
    <SignInForm {...answer} state={refused ? IDLE : state} next={next} words={words}>
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        error={refused ? state.title : problemOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        className="text-center text-xl tracking-[0.4em] tabular-nums"
        required
      />
    </SignInForm>
  );
}
