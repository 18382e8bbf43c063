'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { openInquiryAction } from './actions';

/** What the shopper says and can show; then the channels are asked. */
export function InquiryForm({
  orderId,
  words,
}: {
  orderId: string;
  words: Record<'words' | 'wordsHint' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(openInquiryAction, IDLE);
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <input type="hidden" name="orderId" value={orderId} />
      <TextAreaField
        name="shopperWord"
        label={words.words}
        hint={words.wordsHint}
        error={state.status === 'invalid' ? state.fields.shopperWord : undefined}
        maxLength={500}
        required
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
