'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { originsAction } from './actions';

/** Where shoppers may be sent back to, one site a line. */
export function OriginsForm({
  origins,
  words,
}: {
  origins: readonly string[];
  words: Record<'label' | 'hint' | 'save' | 'saving' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(originsAction, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid gap-4">
      <TextAreaField
        name="origins"
        label={words.label}
        hint={words.hint}
        error={problems.origins}
        defaultValue={origins.join('\n')}
        rows={5}
        autoCapitalize="off"
        spellCheck={false}
        className="font-mono"
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
