'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { CauseInput } from '../channels/terms-inputs';
import { liftStopAction } from './actions';

/** Lets the merchant's payments run on the line again. */
export function LiftForm({
  stopId,
  words,
}: {
  stopId: string;
  words: Record<'cause' | 'causeHint' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(liftStopAction, IDLE);
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <input type="hidden" name="stopId" value={stopId} />
      <CauseInput
        name={`lift-${stopId}`}
        words={words}
        problem={state.status === 'invalid' ? state.fields.cause : undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
