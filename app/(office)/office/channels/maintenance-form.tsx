'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { planMaintenanceAction } from './maintenance-actions';
import { CauseInput } from './terms-inputs';

/** Plans a time in which a channel takes nothing new. */
export function MaintenanceForm({
  channels,
  words,
}: {
  channels: readonly { value: string; label: string }[];
  words: Record<
    'channel' | 'from' | 'until' | 'timeHint' | 'reason' | 'reasonHint' | 'submit' | 'pending',
    string
  > & { broken: string };
}) {
  const [state, dispatch] = useActionState(planMaintenanceAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  const time = (name: 'startsAt' | 'endsAt', label: string) => (
    <TextField
      name={name}
      type="datetime-local"
      label={label}
      hint={words.timeHint}
      error={problems[name]}
      required
    />
  );
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <SelectField name="channel" label={words.channel} options={channels} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {time('startsAt', words.from)}
        {time('endsAt', words.until)}
      </div>
      <CauseInput
        name="maintenance"
        field="reason"
        words={{ cause: words.reason, causeHint: words.reasonHint }}
        problem={problems.reason}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
