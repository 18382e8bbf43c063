'use client';

import { useActionState } from 'react';
import {
  InvitationForm,
  type InvitationWords,
  type Invited,
} from '@/app/(auth)/members/invitation-form';
import { type ActionState, IDLE, keptOf } from '@/components/ui/action-state';
import { SelectField } from '@/components/ui/select-field';
import { inviteAction } from './actions';

/** Asks somebody to join in one of the roles. */
export function InviteForm({
  roles,
  words,
}: {
  roles: readonly { value: string; label: string }[];
  words: InvitationWords & { role: string };
}) {
  const [state, dispatch] = useActionState<ActionState<Invited>, FormData>(inviteAction, IDLE);
  return (
    <InvitationForm state={state} dispatch={dispatch} className="max-w-md" words={words}>
      <SelectField
        name="role"
        label={words.role}
        options={roles}
        defaultValue={keptOf(state).role ?? 'developer'}
      />
    </InvitationForm>
  );
}
