'use client';

import { CardNumberField, type RecogniseAction } from '@/components/cashier/card-number-field';
import { HolderFields } from '@/components/cashier/holder-fields';
import type { ActionState } from '@/components/ui/action-state';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { type ClaimAction, TokenForm, type TokenFormWords } from './token-form';

/** Which field a refusal is about. */
const FIELD: Record<string, string | undefined> = {
  payee_mismatch: 'name',
  payee_name_other: 'name',
  payee_card_credit: 'cardNo',
};

function problemsOf(state: ActionState<unknown>): Record<string, string> {
  if (state.status === 'invalid') return state.fields;
  const field = state.status === 'refused' ? FIELD[state.code] : undefined;
  return state.status === 'refused' && field ? { [field]: state.title } : {};
}

/** A debit card with its four elements; why it is somebody else's, once that has turned out. */
export function PayeeForm({
  action,
  recognise,
  token,
  reasons,
  words,
}: {
  action: ClaimAction;
  recognise: RecogniseAction;
  token: string;
  reasons: readonly { value: string; label: string }[];
  words: TokenFormWords &
    Record<
      'number' | 'numberHint' | 'name' | 'idNo' | 'phone' | 'phoneHint' | 'reason' | 'privacy',
      string
    >;
}) {
  return (
    <TokenForm
      action={action}
      hidden={{ token, to: 'card' }}
      words={words}
      unseen={(state) => Object.keys(problemsOf(state)).length === 0}
    >
      {(state) => {
        const problems = problemsOf(state);
        const isOther = state.status === 'refused' && state.code === 'payee_name_other';
        return (
          <>
            <CardNumberField
              recognise={recognise}
              label={words.number}
              hint={words.numberHint}
              error={problems.cardNo}
            />
            <HolderFields problems={problems} words={words} />
            {isOther ? (
              <SelectField name="nameReason" label={words.reason} options={reasons} />
            ) : null}
            <TextField
              name="phone"
              type="tel"
              label={words.phone}
              hint={words.phoneHint}
              error={problems.phone}
              inputMode="tel"
              autoComplete="tel-national"
              required
              className="tabular-nums"
            />
            <p className="rounded-control bg-ground px-4 py-3 text-sm text-soft">{words.privacy}</p>
          </>
        );
      }}
    </TokenForm>
  );
}
