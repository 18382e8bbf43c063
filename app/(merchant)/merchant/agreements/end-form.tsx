'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { endAgreementAction } from './actions';

/** Unbinds one card; it takes a second press, for it cannot be taken back. */
export function EndForm({
  agreementId,
  words,
}: {
  agreementId: string;
  words: Record<'end' | 'endThis' | 'lead' | 'confirm' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(endAgreementAction, IDLE);
  return (
    <details open={state.status === 'refused' || state.status === 'broken' || undefined}>
      <summary
        aria-label={words.endThis}
        className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text"
      >
        {words.end}
      </summary>
      <form action={dispatch} className="grid max-w-md gap-3 pt-1">
        <input type="hidden" name="agreementId" value={agreementId} />
        <p className="text-sm text-soft">{words.lead}</p>
        <FormFailure state={state} broken={words.broken} />
        <div>
          <SubmitButton variant="danger" pendingLabel={words.pending}>
            {words.confirm}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
