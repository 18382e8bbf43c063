'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { FormFailure } from '../../form-failure';
import { signInShopperAction } from '../actions';
import { useSignInForm } from '../use-sign-in-form';

export interface CodeFormWords {
  code: string;
  codeHint: string;
  submit: string;
  pending: string;
  broken: string;
}

/** Takes the six digits; the phone offers them by itself from the text message. */
export function CodeForm({ next, words }: { next?: string; words: CodeFormWords }) {
  const { state, dispatch, form, problemOf } = useSignInForm(signInShopperAction);
  const refused = state.status === 'refused' && state.code === 'sign_in_code_wrong';
  return (
    <form ref={form} action={dispatch} className="grid gap-4" noValidate>
      {next ? <input type="hidden" name="next" value={next} /> : null}
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
      {refused ? null : <FormFailure state={state} broken={words.broken} />}
      <SubmitButton size="lg" block pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
