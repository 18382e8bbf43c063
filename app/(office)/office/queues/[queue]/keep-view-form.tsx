'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { keepViewAction } from '../view-actions';

/** Keeps the queue with its filters under a name. */
export function KeepViewForm({
  path,
  words,
}: {
  path: string;
  words: Record<'name' | 'hint' | 'save' | 'saving' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(keepViewAction, IDLE);
  return (
    <form action={dispatch} className="grid max-w-xl gap-3">
      <input type="hidden" name="path" value={path} />
      <TextField
        name="name"
        label={words.name}
        hint={words.hint}
        error={state.status === 'invalid' ? state.fields.name : undefined}
        maxLength={40}
        autoComplete="off"
        required
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.saving}>
          {words.save}
        </SubmitButton>
      </div>
    </form>
  );
}
