'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { FaultWords } from './fault-words';
import { FormProblem } from './form-problem';
import { type FormAction, useKeptForm } from './use-kept-form';

/** Whose bill is to be charged. What was typed stays in the browser: no page ever sends it back. */
export function PhoneNumberForm({
  action,
  token,
  words,
}: {
  action: FormAction;
  token: string;
  words: Record<'label' | 'hint' | 'submit' | 'pending' | 'privacy', string> & FaultWords;
}) {
  const { state, pending, props } = useKeptForm('phone', action, words.offline);
  const problem = state.status === 'invalid' ? state.fields.phone : undefined;
  return (
    <form {...props} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <TextField
        name="phone"
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        enterKeyHint="next"
        label={words.label}
        hint={words.hint}
        error={problem}
        required
        className="text-lg tracking-wide tabular-nums"
      />
      {problem ? null : <FormProblem ref={null} state={state} broken={words.broken} />}
      <SubmitButton size="lg" block pending={pending} pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
      <p className="text-center text-sm text-soft">{words.privacy}</p>
    </form>
  );
}
