'use client';

import { useEffect, useRef } from 'react';
import { FormProblem } from '@/components/cashier/form-problem';
import { type FormAction, useKeptForm } from '@/components/cashier/use-kept-form';
import { keptOf } from '@/components/ui/action-state';
import { AmountField } from '@/components/ui/amount-field';
import { DescriptionList } from '@/components/ui/description-list';
import { RadioChoice } from '@/components/ui/radio-choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { SHOPPER_REASONS, type ShopperReason } from '@/lib/refunds/refund-request';
import { type AskDraft, readDraft } from './ask-draft';

export type RefundFormWords = Record<
  | 'howMuch'
  | 'all'
  | 'part'
  | 'amount'
  | 'amountHint'
  | 'why'
  | 'words'
  | 'wordsHint'
  | 'next'
  | 'checking'
  | 'confirmTitle'
  | 'confirmLead'
  | 'way'
  /** With {sum} in it. */
  | 'submit'
  | 'submitting'
  | 'change'
  | 'broken'
  | 'offline',
  string
> & { reason: Record<ShopperReason, string> };

/** How much and why, then once more to be sure. Without JavaScript the browser posts each step. */
export function RefundForm({
  action,
  hidden,
  formKey,
  words,
}: {
  action: FormAction;
  /** Which order it is. */
  hidden: Record<string, string>;
  formKey: string;
  words: RefundFormWords;
}) {
  const { state, pending, props } = useKeptForm('refundAsk', action, words.offline);
  const draft = state.status === 'ok' ? readDraft(state.value) : undefined;
  const question = useRef<HTMLHeadingElement>(null);
  const toConfirm = draft?.toConfirm ?? false;
  // The fields are gone: whoever cannot see that is told what stands there now.
  useEffect(() => {
    if (toConfirm) question.current?.focus();
  }, [toConfirm]);
  if (draft?.toConfirm) {
    const { ref: _, ...post } = props;
    return (
      <div className="grid gap-4">
        <h2 ref={question} tabIndex={-1} className="text-lg font-semibold">
          {words.confirmTitle}
        </h2>
        <DescriptionList
          items={[
            { term: words.amount, detail: <strong>{draft.sum}</strong> },
            { term: words.why, detail: words.reason[draft.reason] },
            ...(draft.words ? [{ term: words.words, detail: draft.words }] : []),
            { term: words.way, detail: draft.advice },
          ]}
        />
        <p className="text-sm text-soft">{words.confirmLead}</p>
        <form {...post} className="grid">
          {/* Exactly the sum that stands here, whatever has gone back meanwhile. */}
          <Hidden fields={{ ...hidden, ...textsOf(draft), howMuch: 'part', step: 'confirm' }} />
          <SubmitButton size="lg" block pending={pending} pendingLabel={words.submitting}>
            {words.submit.replace('{sum}', draft.sum)}
          </SubmitButton>
        </form>
        <form {...post} className="grid">
          <Hidden fields={{ ...hidden, ...textsOf(draft), step: 'change' }} />
          <SubmitButton variant="quiet" block pending={pending} pendingLabel={words.checking}>
            {words.change}
          </SubmitButton>
        </form>
      </div>
    );
  }
  const problems = state.status === 'invalid' ? state.fields : {};
  // What the page is drawn with again after an answer; the shopper's own words stay in the browser.
  const { formKey: key = formKey, howMuch = 'all', amount, reason } = draft ?? keptOf(state);
  return (
    <form {...props} className="grid gap-5">
      <Hidden fields={{ ...hidden, formKey: key, step: 'check' }} />
      <RadioChoice
        name="howMuch"
        legend={words.howMuch}
        chosen={howMuch}
        options={[
          { value: 'all', label: words.all },
          { value: 'part', label: words.part },
        ]}
      />
      <AmountField
        name="amount"
        label={words.amount}
        hint={words.amountHint}
        error={problems.amount}
        defaultValue={howMuch === 'part' ? amount : ''}
      />
      <RadioChoice
        name="reason"
        legend={words.why}
        chosen={reason}
        options={SHOPPER_REASONS.map((value) => ({ value, label: words.reason[value] }))}
        error={problems.reason}
      />
      <TextAreaField
        name="words"
        label={words.words}
        hint={words.wordsHint}
        error={problems.words}
        defaultValue={draft?.words}
        maxLength={200}
        autoComplete="off"
      />
      {Object.keys(problems).length > 0 ? null : (
        <FormProblem ref={null} state={state} broken={words.broken} />
      )}
      <SubmitButton size="lg" block pending={pending} pendingLabel={words.checking}>
        {words.next}
      </SubmitButton>
    </form>
  );
}

const textsOf = ({ formKey, howMuch, amount, reason, words }: AskDraft) => ({
  ...{ formKey, howMuch, amount },
  ...{ reason, words },
});

const Hidden = ({ fields }: { fields: Record<string, string> }) =>
  Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
