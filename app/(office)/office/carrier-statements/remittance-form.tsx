'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { AmountField } from '@/components/ui/amount-field';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { recordRemittanceAction } from './actions';

type Word =
  | 'statement'
  | 'amount'
  | 'reference'
  | 'receivedOn'
  | 'code'
  | 'submit'
  | 'pending'
  | 'broken';

/** A carrier's transfer: for which statement, how much, under which number and when. */
export function RemittanceForm({
  statements,
  words,
}: {
  statements: readonly { value: string; label: string }[];
  words: Record<Word, string>;
}) {
  const [state, dispatch] = useActionState(recordRemittanceAction, IDLE);
  const errors = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid content-start gap-4">
      <SelectField name="statementId" label={words.statement} options={statements} />
      <AmountField name="amount" label={words.amount} error={errors.amount} required />
      <TextField
        name="reference"
        label={words.reference}
        error={errors.reference}
        autoComplete="off"
        maxLength={64}
        required
      />
      <TextField
        type="date"
        name="receivedOn"
        label={words.receivedOn}
        error={errors.receivedOn}
        required
      />
      <CodeField id="remittance-code" label={words.code} error={errors.code} />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
