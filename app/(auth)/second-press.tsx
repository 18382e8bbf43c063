'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/app/_server/action';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { FormFailure } from './form-failure';

export type SecondPressWords = Record<'lead' | 'confirm' | 'pending' | 'broken', string>;

/** Ends something of a list; it takes a second press, for it cannot be taken back. */
export function SecondPress({
  action,
  subject,
  opens,
  words,
}: {
  action: FormAction<never>;
  /** What it is about: the field that the action reads. */
  subject: { name: string; value: string };
  /** The first press, and which one of the list it is for who cannot see that. */
  opens: { label: string; this: string };
  words: SecondPressWords;
}) {
  const [state, dispatch] = useActionState(action, IDLE);
  return (
    <details open={state.status === 'refused' || state.status === 'broken' || undefined}>
      <summary
        aria-label={opens.this}
        className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text"
      >
        {opens.label}
      </summary>
      <form action={dispatch} className="grid max-w-md gap-3 pt-1">
        <input type="hidden" {...subject} />
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
