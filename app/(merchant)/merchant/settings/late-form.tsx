'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { RadioChoice } from '@/components/ui/radio-choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { latePolicyAction } from './actions';

/** What becomes of money that comes too late. */
export function LateForm({
  chosen,
  words,
}: {
  chosen: string;
  words: Record<'legend' | 'save' | 'saving' | 'broken', string> & {
    options: readonly { value: string; label: string; hint: string }[];
  };
}) {
  const [state, dispatch] = useActionState(latePolicyAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid gap-4">
      <RadioChoice
        name="latePaymentPolicy"
        legend={words.legend}
        options={words.options}
        chosen={chosen}
        error={problems.latePaymentPolicy}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
