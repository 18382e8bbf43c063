'use client';

import { useActionState } from 'react';
import { CodeField } from '@/app/(auth)/code-field';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { openLiveModeAction } from './actions';

/** On what ground, and a code, folded away as it is needed once; the browser posts it by itself, too. */
export function LiveModeForm({
  merchantId,
  words,
}: {
  merchantId: string;
  words: Record<'why' | 'code' | 'submit' | 'pending' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(openLiveModeAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <details open={state.status !== 'idle'}>
      <summary className="flex min-h-11 cursor-pointer items-center font-medium text-accent-text">
        {words.submit}
      </summary>
      <form action={dispatch} className="grid max-w-xl gap-6 pt-3">
        <input type="hidden" name="merchantId" value={merchantId} />
        <TextField
          name="why"
          id="live-why"
          label={words.why}
          defaultValue={keptOf(state).why}
          error={problems.why}
          maxLength={200}
          autoComplete="off"
          required
        />
        <CodeField id="live-code" label={words.code} error={problems.code} />
        <FormFailure state={state} broken={words.broken} />
        <div>
          <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
        </div>
      </form>
    </details>
  );
}
