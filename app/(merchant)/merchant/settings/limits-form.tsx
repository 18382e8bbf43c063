'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { AmountField } from '@/components/ui/amount-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { limitsAction } from './actions';

const LIMITS = ['orderLeast', 'orderMost', 'dayMost'] as const;
export type LimitName = (typeof LIMITS)[number];

/** Three amounts, each of which may stay empty. */
export function LimitsForm({
  limits,
  words,
}: {
  limits: Record<LimitName, string>;
  words: Record<LimitName | 'save' | 'saving' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(limitsAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-md gap-4">
      {LIMITS.map((name) => (
        <AmountField
          key={name}
          name={name}
          label={words[name]}
          error={problems[name]}
          defaultValue={limits[name]}
        />
      ))}
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
