'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { INQUIRY_DECISIONS, type InquiryDecision } from '@/lib/support/inquiry';
import { decideInquiryAction } from './actions';

/** What becomes of it. Where that moves money, the code of one's authenticator goes with it. */
export function DecideForm({
  orderId,
  inquiryId,
  proposed,
  words,
}: {
  orderId: string;
  inquiryId: string;
  proposed: InquiryDecision | null;
  words: Record<
    InquiryDecision | 'decision' | 'note' | 'code' | 'codeHint' | 'submit' | 'pending' | 'broken',
    string
  >;
}) {
  const [state, dispatch] = useActionState(decideInquiryAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  const kept = keptOf(state);
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="inquiryId" value={inquiryId} />
      <SelectField
        name="decision"
        label={words.decision}
        defaultValue={kept.decision ?? proposed ?? 'reject'}
        options={INQUIRY_DECISIONS.map((value) => ({ value, label: words[value] }))}
      />
      <TextField
        id={`note-${inquiryId}`}
        name="note"
        label={words.note}
        error={problems.note}
        defaultValue={kept.note}
        maxLength={300}
        autoComplete="off"
        required
      />
      <CodeField
        id={`code-${inquiryId}`}
        label={words.code}
        hint={words.codeHint}
        required={false}
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
