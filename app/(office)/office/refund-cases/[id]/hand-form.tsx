'use client';

import { type ReactNode, useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { handClaimAction } from './claim-actions';

/** Shows the link of a claim by hand, once: to be handed over in person. */
export function HandForm({
  caseId,
  claimId,
  words,
  children,
}: {
  caseId: string;
  claimId: string;
  words: Record<'submit' | 'pending' | 'broken' | 'done', string>;
  children: ReactNode;
}) {
  const [state, dispatch] = useActionState(handClaimAction, IDLE);
  if (state.status === 'ok') {
    return (
      <Notice tone="ok" role="status" title={words.done}>
        <code className="font-mono break-all select-all">{state.value.link}</code>
      </Notice>
    );
  }
  return (
    <form action={dispatch} className="grid gap-4">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="claimId" value={claimId} />
      <FormFailure state={state} broken={words.broken} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
        {children}
      </div>
    </form>
  );
}
