'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ContractChannel } from '@/lib/contracts/contract';
import { closeContractAction } from './actions';
import { CauseInput } from './terms-inputs';

/** Ends a merchant's own contract, after which the one for all merchants holds. */
export function CloseForm({
  channel,
  contractId,
  words,
}: {
  channel: ContractChannel;
  contractId: string;
  words: Record<'cause' | 'causeHint' | 'lead' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(closeContractAction, IDLE);
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <input type="hidden" name="channel" value={channel} />
      <input type="hidden" name="contractId" value={contractId} />
      <p className="text-sm text-soft">{words.lead}</p>
      <CauseInput
        name={`close-${contractId}`}
        words={words}
        problem={state.status === 'invalid' ? state.fields.cause : undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="danger" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
