import type { Ref } from 'react';
import type { ActionState } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { DigitsField } from './digits-field';
import { FormProblem } from './form-problem';
import type { CodeWords } from './pay-words';

/** The form that asks for a code; its button stands here, inside the form that pays. */
export const CODE_FORM = 'payment-code';

/** Six digits from a text message, and the button that has it sent. */
export function CodeField({
  ref,
  words,
  broken,
  error,
  focused,
  sent,
  sending,
}: {
  ref: Ref<HTMLInputElement>;
  words: CodeWords;
  broken: string;
  error: string | undefined;
  focused: boolean;
  sent: ActionState<string>;
  sending: boolean;
}) {
  const done = sent.status === 'ok';
  return (
    <div className="grid gap-2.5">
      <div className="flex flex-wrap items-start gap-2.5">
        <div className="min-w-44 flex-1">
          <DigitsField
            ref={ref}
            id="payment-code-field"
            name="code"
            autoComplete="one-time-code"
            label={words.label}
            error={error}
            autoFocus={focused}
          />
        </div>
        <SubmitButton
          form={CODE_FORM}
          variant="secondary"
          pending={sending}
          pendingLabel={words.sending}
          className="mt-7 min-h-12 shrink-0"
        >
          {done ? words.sendAgain : words.send}
        </SubmitButton>
      </div>
      <p role="status" className="text-sm text-soft empty:hidden">
        {done ? words.sent : ''}
      </p>
      <FormProblem ref={null} state={sent} broken={broken} />
    </div>
  );
}
