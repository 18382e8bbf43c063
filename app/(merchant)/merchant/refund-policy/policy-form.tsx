'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { RadioChoice } from '@/components/ui/radio-choice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { RefundChoices } from '@/lib/merchants/refund-policy';
import { refundPolicyAction } from './actions';

interface Choice {
  legend: string;
  options: readonly { value: string; label: string; hint: string }[];
}

/** Two decisions and one press; the browser posts it by itself, too. */
export function PolicyForm({
  policy,
  words,
}: {
  policy: RefundChoices;
  words: Record<'save' | 'saving' | 'broken', string> & Record<keyof RefundChoices, Choice>;
}) {
  const [state, dispatch] = useActionState(refundPolicyAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid gap-6">
      {(['shopperRefunds', 'refundWhenShort'] as const).map((name) => (
        <RadioChoice
          key={name}
          name={name}
          {...words[name]}
          chosen={policy[name]}
          error={problems[name]}
        />
      ))}
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
