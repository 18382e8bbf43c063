'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/app/_server/action';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';

/** Does one thing with the endpoint, and leads on. */
export function EndpointButton({
  action,
  endpointId,
  to,
  words,
}: {
  action: FormAction<never>;
  endpointId: string;
  to?: string;
  words: Record<'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(action, IDLE);
  return (
    <form action={dispatch} className="grid gap-3">
      <input type="hidden" name="endpointId" value={endpointId} />
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <SubmitButton variant="secondary" pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
      <FormFailure state={state} broken={words.broken} />
    </form>
  );
}
