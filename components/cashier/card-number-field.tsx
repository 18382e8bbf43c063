'use client';

import { type FocusEvent, type InputEvent, startTransition, useState } from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { TextField } from '@/components/ui/text-field';
import type { BankCode } from '@/lib/agreements/banks';
import { BankTile } from './bank-tile';
import { caretAfterGrouping, groupDigits } from './group-digits';
import { sayWhenOffline } from './say-when-offline';

/** Whose card it is, in the reader's words; from its first digits, on the server. */
export interface RecognisedBank {
  code: BankCode;
  name: string;
  colour: string;
  cardType: string;
}
export type RecogniseAction = (
  previous: ActionState<RecognisedBank>,
  form: FormData,
) => Promise<ActionState<RecognisedBank>>;

/** The card number, in groups while it is typed; the bank appears as soon as it is known. */
export function CardNumberField({
  recognise,
  label,
  hint,
  error,
}: {
  recognise: RecogniseAction;
  label: string;
  hint: string;
  error: string | undefined;
}) {
  const [seen, setSeen] = useState<ActionState<RecognisedBank>>(IDLE);

  function group(event: InputEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const caret = caretAfterGrouping(field.value, field.selectionStart ?? field.value.length);
    field.value = groupDigits(field.value);
    field.setSelectionRange(caret, caret);
    if (seen !== IDLE) setSeen(IDLE);
  }

  function look(event: FocusEvent<HTMLInputElement>) {
    const typed = event.currentTarget.value;
    if (typed === '') return;
    const form = new FormData();
    form.set('cardNo', typed);
    startTransition(async () => {
      // Offline the bank does not appear, and nothing else is missing.
      const answer = await sayWhenOffline(recognise, '')(IDLE, form);
      startTransition(() => setSeen(answer));
    });
  }

  const bank = seen.status === 'ok' ? seen.value : undefined;
  return (
    <div className="grid gap-2">
      <TextField
        name="cardNo"
        label={label}
        hint={bank ? undefined : hint}
        error={error ?? problemOf(seen)}
        inputMode="numeric"
        autoComplete="cc-number"
        maxLength={40}
        required
        onInput={group}
        onBlur={look}
        className="text-lg tracking-wide tabular-nums"
      />
      <p role="status" className="flex items-center gap-2.5 text-sm font-medium empty:hidden">
        {bank ? (
          <>
            <BankTile code={bank.code} name={bank.name} colour={bank.colour} />
            <span>
              {bank.name} · {bank.cardType}
            </span>
          </>
        ) : null}
      </p>
    </div>
  );
}

function problemOf(seen: ActionState<RecognisedBank>): string | undefined {
  if (seen.status === 'invalid') return seen.fields.cardNo;
  return seen.status === 'refused' && seen.code === 'card_unsupported' ? seen.title : undefined;
}
