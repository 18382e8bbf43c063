'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { FormFailure } from '../form-failure';
import { requestCodeAction } from './actions';
import { useSignInForm } from './use-sign-in-form';

export interface PhoneFormWords {
  phone: string;
  phoneHint: string;
  submit: string;
  pending: string;
  broken: string;
}

/** Asks for the phone that the code goes to. */
export function PhoneForm({ next, words }: { next?: string; words: PhoneFormWords }) {
  const { state, dispatch, form, problemOf } = useSignInForm(requestCodeAction);
  return (
    <form ref={form} action={dispatch} className="grid gap-4" noValidate>
      {next ? <input type="hidden" name="next" value={next} /> : null}
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
      <FormFailure state={state} broken={words.broken} />
      <SubmitButton size="lg" block pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
