'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/app/_server/action';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { MemberChange } from './input';

/** One step upon a member's account. */
export function ChangeForm({
  action,
  userId,
  what,
  words,
}: {
  action: FormAction<never>;
  userId: string;
  what: MemberChange;
  words: Record<'lead' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(action, IDLE);
  return (
    <form action={dispatch} className="grid max-w-md gap-3" noValidate>
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="what" value={what} />
      <p className="text-sm text-soft">{words.lead}</p>
      <CodeField
        id={`code-${what}`}
        label={words.code}
        error={state.status === 'invalid' ? state.fields.code : undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton
          variant={what === 'enable' ? 'secondary' : 'danger'}
          pendingLabel={words.pending}
        >
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
