'use client';

import { useActionState } from 'react';
import {
  InvitationForm,
  type InvitationWords,
  type Invited,
} from '@/app/(auth)/members/invitation-form';
import { type ActionState, IDLE, keptOf } from '@/components/ui/action-state';
import { TextField } from '@/components/ui/text-field';
import { inviteOwnerAction, newMerchantAction } from './owner-actions';

/** Asks a merchant's owner to join, and takes the merchant on where it is new; folded away, as it is needed once. */
export function OwnerForm({
  merchant,
  words,
}: {
  /** The one that is there; of a new one, how its names are asked for. */
  merchant: { id: string } | Record<'name' | 'nameEn', string>;
  words: InvitationWords & { open: string };
}) {
  const isNew = !('id' in merchant);
  const act = isNew ? newMerchantAction : inviteOwnerAction;
  const [state, dispatch] = useActionState<ActionState<Invited>, FormData>(act, IDLE);
  return (
    <details open={state.status === 'idle' ? undefined : true}>
      <summary className="flex min-h-11 cursor-pointer items-center font-medium text-accent-text">
        {words.open}
      </summary>
      <InvitationForm
        state={state}
        dispatch={dispatch}
        place={isNew ? 'merchant' : 'owner'}
        above={
          isNew ? (
            <NameFields labels={merchant} state={state} />
          ) : (
            <input type="hidden" name="merchantId" value={merchant.id} />
          )
        }
        className="max-w-xl pt-3"
        words={words}
      />
    </details>
  );
}

function NameFields({
  labels,
  state,
}: {
  labels: Record<'name' | 'nameEn', string>;
  state: ActionState<unknown>;
}) {
  const problems = state.status === 'invalid' ? state.fields : {};
  const kept = keptOf(state);
  return (['name', 'nameEn'] as const).map((field) => (
    <TextField
      key={field}
      name={field}
      label={labels[field]}
      defaultValue={kept[field]}
      error={problems[field]}
      autoComplete="off"
      maxLength={64}
      required
    />
  ));
}
