'use client';

import { useActionState, useEffect, useRef } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { refundAction } from './actions';

export type RefundWords = Record<
  | 'amount'
  | 'reason'
  | 'reasonHint'
  | 'check'
  | 'checking'
  | 'confirmTitle'
  | 'confirmLead'
  /** With {amount} in it. */
  | 'confirm'
  | 'confirming'
  | 'change'
  | 'broken',
  string
>;

/** How much and why, then once more to be sure. Without JavaScript the browser posts each step. */
export function RefundForm({
  orderId,
  refundNo,
  words,
}: {
  orderId: string;
  refundNo: string;
  words: RefundWords;
}) {
  const [state, dispatch] = useActionState(refundAction, IDLE);
  const typed = state.status === 'ok' ? state.value : undefined;
  const question = useRef<HTMLHeadingElement>(null);
  const toConfirm = typed?.toConfirm ?? false;
  // The fields are gone: whoever cannot see that is told what stands there now.
  useEffect(() => {
    if (toConfirm) question.current?.focus();
  }, [toConfirm]);
  const hidden = (
    <>
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="refundNo" value={typed?.refundNo ?? refundNo} />
    </>
  );
  if (typed?.toConfirm) {
    const { amount, sum, reason } = typed;
    return (
      <form action={dispatch} className="grid max-w-md gap-4">
        {hidden}
        <input type="hidden" name="amount" value={amount} />
        <input type="hidden" name="reason" value={reason} />
        <h3 ref={question} tabIndex={-1} className="font-semibold">
          {words.confirmTitle}
        </h3>
        <DescriptionList
          items={[
            { term: words.amount, detail: <strong>{sum}</strong> },
            ...(reason ? [{ term: words.reason, detail: reason }] : []),
          ]}
        />
        <p className="text-sm text-soft">{words.confirmLead}</p>
        <div className="flex flex-wrap gap-2">
          <SubmitButton
            variant="danger"
            name="step"
            value="confirm"
            pendingLabel={words.confirming}
          >
            {words.confirm.replace('{amount}', sum)}
          </SubmitButton>
          <Button type="submit" variant="quiet" name="step" value="change">
            {words.change}
          </Button>
        </div>
      </form>
    );
  }
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid max-w-md gap-4">
      {hidden}
      <input type="hidden" name="step" value="check" />
      <TextField
        name="amount"
        label={words.amount}
        inputMode="decimal"
        defaultValue={typed?.amount}
        error={problems.amount}
        maxLength={20}
        autoComplete="off"
        required
      />
      <TextField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={typed?.reason}
        error={problems.reason}
        maxLength={127}
        autoComplete="off"
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.checking}>{words.check}</SubmitButton>
      </div>
    </form>
  );
}
