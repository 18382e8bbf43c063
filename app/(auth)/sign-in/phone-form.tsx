'use client';

import type { FormAction } from '@/app/_server/action';
import { TextField } from '@/components/ui/text-field';
import { SignInForm } from './sign-in-form';
import { useSignInForm } from './use-sign-in-form';

/** Asks for the phone that the code goes to. */
export function PhoneForm({
  action,
  next,
  words,
}: {
  action: FormAction<never>;
  next?: string;
  words: Record<'phone' | 'phoneHint' | 'submit' | 'pending' | 'broken', string>;
}) {
  const { problemOf, ...answer } = useSignInForm(action);
  return (
    <SignInForm {...answer} next={next} words={words}>
      <TextField
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        error={problemOf('phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        required
      />
    </SignInForm>
  );
}
