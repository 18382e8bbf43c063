'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/app/_server/action';
import { IDLE } from '@/components/ui/action-state';
import type { ButtonLook } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { FormFailure } from './form-failure';

export interface OneButtonWords {
  submit: string;
  pending: string;
  /** Said when it was done and the page stays. */
  done?: string;
  broken: string;
}

/** A button that does one thing, and says so when it could not. */
export function OneButtonForm<Value>({
  action,
  words,
  next,
  ...look
}: ButtonLook & { action: FormAction<Value>; words: OneButtonWords; next?: string }) {
  const [state, dispatch] = useActionState<Awaited<ReturnType<typeof action>>, FormData>(
    action,
    IDLE,
  );
  return (
    <form action={dispatch} className="grid gap-3">
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <SubmitButton {...look} pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
      <FormFailure state={state} broken={words.broken} />
      {state.status === 'ok' && words.done ? (
        <Notice tone="ok" role="status">
          {words.done}
        </Notice>
      ) : null}
    </form>
  );
}
