'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { switchLinkAction } from './actions';

/** Stops the link, or starts it again. */
export function SwitchForm({
  linkId,
  active,
  words,
}: {
  linkId: string;
  active: boolean;
  words: Record<'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(switchLinkAction, IDLE);
  return (
    <form action={dispatch} className="grid gap-3">
      <input type="hidden" name="linkId" value={linkId} />
      <input type="hidden" name="to" value={active ? 'stopped' : 'active'} />
      <SubmitButton variant={active ? 'danger' : 'primary'} pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
      <FormFailure state={state} broken={words.broken} />
    </form>
  );
}
