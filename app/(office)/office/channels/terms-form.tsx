'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { agreeTermsAction } from './actions';
import { TermsInputs } from './terms-inputs';
import type { termsFields } from './terms-words';

type Fields = Awaited<ReturnType<typeof termsFields>>;

/** Agrees other terms with the channel. */
export function TermsForm({ channel, contractId, ...inputs }: Fields) {
  const [state, dispatch] = useActionState(agreeTermsAction, IDLE);
  const { words } = inputs;
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <input type="hidden" name="channel" value={channel} />
      <input type="hidden" name="contractId" value={contractId} />
      <TermsInputs
        {...inputs}
        name={contractId || channel}
        problems={state.status === 'invalid' ? state.fields : {}}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
