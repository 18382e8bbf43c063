'use client';

import { useActionState, useEffect, useRef } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE, keptOf } from '@/components/ui/action-state';
import { AmountField } from '@/components/ui/amount-field';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';

export type RefundWords = Record<
  | 'amount'
  | 'reason'
  | 'reasonHint'
  | 'check'
  | 'checking'
  | 'confirmTitle'
  /** With {amount} in it. */
  | 'confirm'
  | 'confirming'
  | 'change'
  | 'broken',
  string
> & {
  confirmLead?: string;
  /** Where it takes a code of one's authenticator: then also a reason. */
  code?: { label: string; hint: string };
};

/** A refund as it was typed, in how it will go back, or once more to be changed. */
interface Typed {
  amount: string;
  sum: string;
  reason: string;
  advice: string;
  refundNo: string;
  toConfirm: boolean;
}

/**
 * How much and why, how it will go back, then once more to be sure: a merchant's own, or the office's for it.
 * Without JavaScript the browser posts each step.
 */
export function RefundForm({
  action,
  orderId,
  refundNo,
  words,
}: {
  action: (before: ActionState<Typed>, form: FormData) => Promise<ActionState<Typed>>;
  orderId: string;
  refundNo: string;
  words: RefundWords;
}) {
  const [state, dispatch] = useActionState<ActionState<Typed>, FormData>(action, IDLE);
  const typed = state.status === 'ok' ? state.value : keptRefund(keptOf(state));
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
    const { amount, sum, reason, advice } = typed;
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
        {advice ? <p className="text-sm">{advice}</p> : null}
        {words.confirmLead ? <p className="text-sm text-soft">{words.confirmLead}</p> : null}
        {words.code ? (
          <TextField
            name="code"
            label={words.code.label}
            hint={words.code.hint}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={8}
          />
        ) : null}
        <FormFailure state={state} broken={words.broken} />
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
      <AmountField
        name="amount"
        label={words.amount}
        defaultValue={typed?.amount}
        error={problems.amount}
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
        required={words.code !== undefined}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.checking}>{words.check}</SubmitButton>
      </div>
    </form>
  );
}

/** After a wrong code the same question again, and after a slip in a field what was typed in the others. */
function keptRefund({ step, amount, reason, refundNo }: Record<string, string>): Typed | undefined {
  if (step === undefined || amount === undefined || refundNo === undefined) return undefined;
  const toConfirm = step === 'confirm';
  return { amount, sum: `¥${amount}`, reason: reason ?? '', refundNo, advice: '', toConfirm };
}
