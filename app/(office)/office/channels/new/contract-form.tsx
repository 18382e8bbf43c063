'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { TermsInputs } from '../terms-inputs';
import { AccessChoice, ContractField } from './access-choice';
import { agreeContractAction } from './actions';
import type { contractFields } from './contract-words';

type Fields = Awaited<ReturnType<typeof contractFields>>;

/** Agrees a merchant's own contract. With JavaScript it keeps what was typed when something is wrong. */
export function ContractForm({ channel, merchants, access, terms, words, ...fields }: Fields) {
  const [state, dispatch, pending] = useActionState(agreeContractAction, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const problems = problemsOf(state);

  useEffect(() => {
    if (state.status === 'idle') return;
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const typed = new FormData(event.currentTarget);
    startTransition(() => dispatch(typed));
  }

  return (
    <form ref={form} action={dispatch} onSubmit={submit} className="grid max-w-xl gap-4">
      <input type="hidden" name="channel" value={channel} />
      <TextField
        name="merchantId"
        list="merchants"
        label={words.merchant}
        hint={words.merchantHint}
        error={problems.merchantId}
        autoComplete="off"
        maxLength={64}
        required
      />
      <datalist id="merchants">
        {merchants.map(({ id, name }) => (
          <option key={id} value={id} label={name} />
        ))}
      </datalist>
      <ContractField field={fields.merchantNo} problem={problems.merchantNo} required />
      <AccessChoice legend={words.access} choices={access} problems={problems} />
      {fields.tokenRequestorId ? (
        <ContractField field={fields.tokenRequestorId} problem={problems.tokenRequestorId} />
      ) : null}
      <TermsInputs {...terms} name="terms" problems={problems} />
      {problems.merchantId ? null : <FormFailure state={state} broken={terms.words.broken} />}
      <div>
        <SubmitButton pending={pending} pendingLabel={terms.words.pending}>
          {terms.words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}

/** That there is no such merchant is about that field. */
function problemsOf(state: ActionState<unknown>): Record<string, string> {
  if (state.status === 'invalid') return state.fields;
  const unknown = state.status === 'refused' && state.code === 'merchant_not_found';
  return unknown ? { merchantId: state.title } : {};
}
