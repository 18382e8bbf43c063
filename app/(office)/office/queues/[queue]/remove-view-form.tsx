'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { removeViewAction } from '../view-actions';

/** Removes one view of one's own. */
export function RemoveViewForm({
  viewId,
  words,
}: {
  viewId: string;
  words: Record<'remove' | 'removing' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(removeViewAction, IDLE);
  return (
    <form action={dispatch}>
      <input type="hidden" name="viewId" value={viewId} />
      <SubmitButton variant="quiet" pendingLabel={words.removing}>
        {words.remove}
      </SubmitButton>
      <FormFailure state={state} broken={words.broken} />
    </form>
  );
}
