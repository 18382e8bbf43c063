'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { FormFailure } from '../form-failure';
import type { useSignInForm } from './use-sign-in-form';

/** The one form of a page that leads in: its fields, what was wrong with none of them, and a button across it. */
export function SignInForm({
  state,
  dispatch,
  form,
  next,
  words,
  children,
}: Omit<ReturnType<typeof useSignInForm>, 'problemOf'> & {
  /** Where it goes on from here. */
  next?: string;
  words: Record<'submit' | 'pending' | 'broken', string>;
  children: ReactNode;
}) {
  return (
    <form ref={form} action={dispatch} className="grid gap-4" noValidate>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      {children}
      <FormFailure state={state} broken={words.broken} />
      <SubmitButton size="lg" block pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
