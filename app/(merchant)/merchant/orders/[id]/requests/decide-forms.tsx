'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { approveAction, declineAction } from './actions';

export type DecideWords = Record<
  | 'approve'
  | 'approving'
  | 'decline'
  | 'declineWhy'
  | 'declineHint'
  | 'declineNow'
  | 'declining'
  | 'broken',
  string
>;

/** Yes at one press; no only with words for the shopper. */
export function DecideForms({
  orderId,
  refundId,
  words,
}: {
  orderId: string;
  refundId: string;
  words: DecideWords;
}) {
  const [approved, approve] = useActionState(approveAction, IDLE);
  const [declined, decline] = useActionState(declineAction, IDLE);
  const hidden = (
    <>
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="refundId" value={refundId} />
    </>
  );
  return (
    <div className="grid gap-3">
      <form action={approve} className="grid gap-3">
        {hidden}
        <FormFailure state={approved} broken={words.broken} />
        <div>
          <SubmitButton pendingLabel={words.approving}>{words.approve}</SubmitButton>
        </div>
      </form>
      <details open={declined.status !== 'idle'}>
        <summary className="min-h-11 cursor-pointer py-2.5 text-sm font-medium text-accent-text">
          {words.decline}
        </summary>
        <form action={decline} className="grid max-w-md gap-3 pt-2">
          {hidden}
          <TextAreaField
            name="reason"
            label={words.declineWhy}
            hint={words.declineHint}
            error={declined.status === 'invalid' ? declined.fields.reason : undefined}
            maxLength={200}
            required
          />
          <FormFailure state={declined} broken={words.broken} />
          <div>
            <SubmitButton variant="danger" pendingLabel={words.declining}>
              {words.declineNow}
            </SubmitButton>
          </div>
        </form>
      </details>
    </div>
  );
}
