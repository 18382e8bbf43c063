'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { agreeTermsAction } from './actions';
import type { termsFields } from './terms-words';

type Fields = Awaited<ReturnType<typeof termsFields>>;

/** Agrees other terms with the channel; nobody does so without saying why. */
export function TermsForm({ channel, contractId, permissions, values, words }: Fields) {
  const [state, dispatch] = useActionState(agreeTermsAction, IDLE);
  const name = contractId || channel;
  const field = (of: keyof Fields['values'], rest: { hint?: string; inputMode?: 'decimal' }) => (
    <TextField
      id={`${name}-${of}`}
      name={of}
      label={words[of]}
      defaultValue={values[of]}
      error={state.status === 'invalid' ? state.fields[of] : undefined}
      autoComplete="off"
      maxLength={20}
      {...rest}
    />
  );
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <input type="hidden" name="channel" value={channel} />
      <input type="hidden" name="contractId" value={contractId} />
      <fieldset className="grid gap-1">
        <legend className="text-sm font-medium text-ink">{words.covers}</legend>
        {permissions.map(({ permission, label, granted }) => (
          <label key={permission} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={permission}
              defaultChecked={granted}
              className="size-5 accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {field('debitCost', { inputMode: 'decimal' })}
        {field('creditCost', { inputMode: 'decimal' })}
        {field('least', { inputMode: 'decimal', hint: words.limitHint })}
        {field('most', { inputMode: 'decimal', hint: words.limitHint })}
        {field('hours', { hint: words.hoursHint })}
      </div>
      <TextField
        id={`${name}-cause`}
        name="cause"
        label={words.cause}
        hint={words.causeHint}
        error={state.status === 'invalid' ? state.fields.cause : undefined}
        maxLength={200}
        autoComplete="off"
        required
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
