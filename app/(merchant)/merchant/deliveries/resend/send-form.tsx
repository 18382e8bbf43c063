'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { resendRangeAction } from './actions';
import type { AskedRange } from './input';

/** Sends what was counted. */
export function SendForm({
  asked,
  words,
}: {
  asked: AskedRange;
  words: Record<'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(resendRangeAction, IDLE);
  return (
    <form action={dispatch} className="grid gap-3">
      {Object.entries(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ''} />
      ))}
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
