'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { RadioChoice } from '@/components/ui/radio-choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField, type TextFieldProps } from '@/components/ui/text-field';
import { createLinkAction } from './actions';
import type { linkFormWords } from './form-words';

type Words = Awaited<ReturnType<typeof linkFormWords>>;

/**
 * What the link is for, how much, and what limits it. Which fields of the amount belong to the choice above
 * them is for the style sheet: a browser that can't tell shows them all, and the server reads those that count.
 */
export function NewLinkForm({ open, words }: { open: boolean; words: Words }) {
  const [state, dispatch] = useActionState(createLinkAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  const kept = keptOf(state);
  const field = (name: keyof Words['fields'], more: Partial<TextFieldProps> = {}) => (
    <TextField
      name={name}
      {...words.fields[name]}
      error={problems[name]}
      defaultValue={kept[name]}
      autoComplete="off"
      {...more}
    />
  );
  const amount = { inputMode: 'decimal', className: 'tabular-nums' } as const;
  return (
    <form action={dispatch} className="group grid gap-5" noValidate>
      {field('subject', { maxLength: 127 })}
      <RadioChoice
        name="kind"
        {...words.kind}
        chosen={kept.kind ?? (open ? 'open' : 'fixed')}
        error={problems.kind}
      />
      <div className="group-has-[[value=open]:checked]:hidden">{field('amount', amount)}</div>
      <div className="grid items-start gap-4 group-has-[[value=fixed]:checked]:hidden sm:grid-cols-2">
        {field('least', amount)}
        {field('most', amount)}
      </div>
      <RadioChoice
        name="goods"
        {...words.goods}
        chosen={kept.goods ?? 'physical'}
        error={problems.goods}
      />
      <fieldset className="grid items-start gap-4 border-t border-line pt-4 sm:grid-cols-2">
        <legend className="sr-only">{words.more}</legend>
        {field('uses', { inputMode: 'numeric', className: 'tabular-nums' })}
        {field('ends', { type: 'date' })}
      </fieldset>
      {field('returnUrl', { type: 'url', inputMode: 'url', spellCheck: false })}
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
