'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { RadioChoice } from '@/components/ui/radio-choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { HELD_ENDS } from '@/lib/support/held-refund';
import { endHeldRefundAction } from './actions';

type Words = Record<
  | (typeof HELD_ENDS)[number]
  | `${(typeof HELD_ENDS)[number]}Hint`
  | 'legend'
  | 'why'
  | 'whyHint'
  | 'totp'
  | 'totpHint'
  | 'submit'
  | 'pending'
  | 'broken',
  string
>;

/** Did the money go back? Nothing is chosen beforehand; a reason and a code go with it. */
export function HeldForm({
  orderId,
  refundId,
  words,
}: {
  orderId: string;
  refundId: string;
  words: Words;
}) {
  const [state, dispatch] = useActionState(endHeldRefundAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  const kept = keptOf(state);
  return (
    <form action={dispatch} className="grid gap-4">
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="refundId" value={refundId} />
      <RadioChoice
        name="as"
        legend={words.legend}
        chosen={kept.as}
        error={problems.as}
        options={HELD_ENDS.map((value) => ({
          value,
          label: words[value],
          hint: words[`${value}Hint`],
        }))}
      />
      <TextField
        id={`why-${refundId}`}
        name="why"
        label={words.why}
        hint={words.whyHint}
        error={problems.why}
        defaultValue={kept.why}
        maxLength={300}
        autoComplete="off"
        required
      />
      <CodeField
        id={`code-${refundId}`}
        label={words.totp}
        hint={words.totpHint}
        error={problems.code}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
