'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { findAction } from './actions';

const TAIL = { inputMode: 'numeric', maxLength: 4, pattern: '\\d{4}' } as const;

/** One box for whatever somebody quotes, and fields for what has no number. */
export function FindForm({
  typed,
  words,
}: {
  typed: Record<'q' | 'amount' | 'at' | 'phone' | 'card', string>;
  words: Record<
    | 'anything'
    | 'hint'
    | 'find'
    | 'finding'
    | 'more'
    | 'amount'
    | 'at'
    | 'atHint'
    | 'phone'
    | 'card'
    | 'broken',
    string
  >;
}) {
  const [state, dispatch] = useActionState(findAction, IDLE);
  const field = (name: keyof typeof typed) => ({
    name,
    defaultValue: typed[name],
    autoComplete: 'off',
  });
  return (
    <form action={dispatch} className="grid gap-4">
      <div className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-start">
        <TextField
          {...field('q')}
          type="search"
          label={words.anything}
          hint={words.hint}
          maxLength={100}
          autoCapitalize="off"
          spellCheck={false}
        />
        <SubmitButton pendingLabel={words.finding} className="min-h-12 sm:mt-7">
          {words.find}
        </SubmitButton>
      </div>
      <fieldset className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_17rem_1fr_1fr]">
        <legend className="sr-only">{words.more}</legend>
        <TextField {...field('amount')} label={words.amount} inputMode="decimal" maxLength={16} />
        <TextField {...field('at')} label={words.at} hint={words.atHint} type="datetime-local" />
        <TextField {...field('phone')} {...TAIL} label={words.phone} />
        <TextField {...field('card')} {...TAIL} label={words.card} />
      </fieldset>
      <FormFailure state={state} broken={words.broken} />
    </form>
  );
}
