'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { SigningTerms } from '@/lib/merchants/signing-terms';
import { signingTermsAction } from './actions';

type Choice = { label: string; hint: string };

/** Two boxes and a code of the member's authenticator. */
export function TermsForm({
  terms,
  words,
}: {
  terms: SigningTerms;
  words: Record<keyof SigningTerms, Choice> &
    Record<'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(signingTermsAction, IDLE);
  return (
    <form action={dispatch} className="grid max-w-xl gap-4" noValidate>
      {(['signedRequests', 'sm2Notices'] as const).map((name) => (
        <label key={name} className="flex min-h-11 cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            name={name}
            defaultChecked={terms[name]}
            className="mt-1 size-5 shrink-0 accent-accent-text"
          />
          <span>
            {words[name].label}
            <span className="block text-sm text-soft">{words[name].hint}</span>
          </span>
        </label>
      ))}
      <CodeField
        id="code-terms"
        label={words.code}
        error={state.status === 'invalid' ? state.fields.code : undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
