'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { ConsentField } from './consent-field';
import type { FaultWords } from './fault-words';
import { FormProblem } from './form-problem';
import { type FormAction, useKeptForm } from './use-kept-form';

/** The consent, whether the number is remembered, and the one button that begins the payment. */
export function PhonePayForm({
  action,
  token,
  checkedId,
  formKey,
  remembered,
  termsVersion,
  terms,
  words,
}: {
  action: FormAction;
  token: string;
  /** Which answer about the number the page shows. */
  checkedId: string;
  /** Made up with this page: the same form sent twice is one payment. */
  formKey: string;
  /** This very number is remembered already. */
  remembered: boolean;
  termsVersion: string;
  terms: ReactNode;
  words: Record<'consent' | 'remember' | 'submit' | 'pending', string> & FaultWords;
}) {
  const { state, pending, props } = useKeptForm('phonePay', action, words.offline);
  const problem = state.status === 'invalid' ? state.fields.consent : undefined;
  return (
    <form {...props} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="checked" value={checkedId} />
      <input type="hidden" name="formKey" value={formKey} />
      <ConsentField version={termsVersion} label={words.consent} error={problem} terms={terms} />
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          name="remember"
          value="yes"
          defaultChecked={remembered}
          className="size-5 shrink-0 accent-accent-text"
        />
        <span>{words.remember}</span>
      </label>
      {problem ? null : <FormProblem ref={null} state={state} broken={words.broken} />}
      <SubmitButton size="lg" block pending={pending} pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
