'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { resendAction } from './actions';

/** Sends the same event again, at once. */
export function ResendForm({
  deliveryId,
  words,
}: {
  deliveryId: string;
  words: Record<'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(resendAction, IDLE);
  return (
    <form action={dispatch} className="grid gap-3">
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
