'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/app/_server/action';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';

/** Gives a member another role. */
export function RoleForm({
  action,
  userId,
  role,
  roles,
  words,
}: {
  action: FormAction<never>;
  userId: string;
  role: string;
  roles: readonly { value: string; label: string }[];
  words: Record<'role' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(action, IDLE);
  return (
    <form action={dispatch} className="grid max-w-md gap-3" noValidate>
      <input type="hidden" name="userId" value={userId} />
      <SelectField
        name="role"
        label={words.role}
        options={roles}
        defaultValue={keptOf(state).role ?? role}
      />
      <CodeField
        id="code-role"
        label={words.code}
        error={state.status === 'invalid' ? state.fields.code : undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
