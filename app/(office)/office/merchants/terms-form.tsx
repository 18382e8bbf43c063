'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { RadioChoice } from '@/components/ui/radio-choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { RefundTerms } from '@/lib/merchants/refund-policy';
import { refundTermsAction } from './actions';

interface Choice {
  legend: string;
  options: readonly { value: string; label: string }[];
}

/** Two terms and the reason for changing them; the browser posts it by itself, too. */
export function TermsForm({
  merchantId,
  terms,
  words,
}: {
  merchantId: string;
  terms: RefundTerms;
  words: Record<'why' | 'whyHint' | 'code' | 'save' | 'saving' | 'broken', string> &
    Record<keyof RefundTerms, Choice>;
}) {
  const [state, dispatch] = useActionState(refundTermsAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  const kept = keptOf(state);
  return (
    <form action={dispatch} className="grid max-w-xl gap-6">
      <input type="hidden" name="merchantId" value={merchantId} />
      {(['refundFee', 'unclaimedRefund'] as const).map((name) => (
        <RadioChoice
          key={name}
          name={name}
          {...words[name]}
          chosen={kept[name] ?? terms[name]}
          error={problems[name]}
        />
      ))}
      <TextField
        name="why"
        label={words.why}
        hint={words.whyHint}
        defaultValue={kept.why}
        error={problems.why}
        maxLength={200}
        autoComplete="off"
        required
      />
      <CodeField label={words.code} error={problems.code} />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
