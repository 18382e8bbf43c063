'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { applyDraftAction } from './actions';

/** Puts in effect what the preview above it shows. */
export function ApplyForm({
  draftId,
  words,
}: {
  draftId: string;
  words: Record<'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(applyDraftAction, IDLE);
  return (
    <form action={dispatch} className="grid gap-3">
      <input type="hidden" name="draftId" value={draftId} />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
