'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { revokeKeyAction } from './actions';

/** Ends a key, behind a second press and a code: it cannot be taken back. */
export function RevokeForm({
  kind,
  keyId,
  words,
}: {
  kind: 'api' | 'link' | 'sm2';
  keyId: string;
  words: Record<'open' | 'openThis' | 'lead' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState<ActionState<never>, FormData>(revokeKeyAction, IDLE);
  return (
    <details open={state.status === 'idle' ? undefined : true}>
      <summary
        aria-label={words.openThis}
        className="min-h-11 w-fit cursor-pointer py-2.5 text-sm font-medium text-accent-text"
      >
        {words.open}
      </summary>
      <form action={dispatch} className="grid max-w-md gap-3 pb-2" noValidate>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="keyId" value={keyId} />
        <p className="text-sm text-soft">{words.lead}</p>
        <CodeField
          id={`code-${keyId}`}
          label={words.code}
          error={state.status === 'invalid' ? state.fields.code : undefined}
        />
        <FormFailure state={state} broken={words.broken} />
        <div>
          <SubmitButton variant="danger" pendingLabel={words.pending}>
            {words.submit}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
