'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { proposeOverrideAction } from './override-actions';
import { CauseInput } from './terms-inputs';

type Options = readonly { value: string; label: string }[];

/** Asks for a breaker to be held by hand. */
export function OverrideForm({
  which,
  forces,
  minutes,
  words,
}: {
  which: Options;
  forces: Options;
  minutes: Options;
  words: Record<
    'which' | 'what' | 'minutes' | 'reason' | 'reasonHint' | 'submit' | 'pending' | 'broken',
    string
  >;
}) {
  const [state, dispatch] = useActionState(proposeOverrideAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <SelectField name="which" label={words.which} options={which} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField name="force" label={words.what} options={forces} />
        <SelectField name="minutes" label={words.minutes} options={minutes} />
      </div>
      <CauseInput
        name="override"
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
