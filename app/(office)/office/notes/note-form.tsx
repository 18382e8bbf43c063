'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { descriptionOf, LabelledField } from '@/components/ui/labelled-field';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Audience } from '@/lib/notes/note';
import { keepNoteAction } from './actions';

/** Writes a note down; for whom is chosen before it is written, so that nobody is told by mistake. */
export function NoteForm({
  subject,
  body,
  audience,
  longest,
  words,
}: {
  subject: string;
  /** A canned reply to begin with. */
  body: string;
  audience: Audience;
  longest: number;
  words: Record<
    'audience' | Audience | 'body' | 'bodyHint' | 'submit' | 'pending' | 'broken',
    string
  >;
}) {
  const [state, dispatch] = useActionState(keepNoteAction, IDLE);
  const kept = keptOf(state);
  const error = state.status === 'invalid' ? state.fields.body : undefined;
  return (
    <form action={dispatch} className="grid gap-4">
      <input type="hidden" name="subject" value={subject} />
      <SelectField
        name="audience"
        label={words.audience}
        defaultValue={kept.audience ?? audience}
        options={(['internal', 'merchant', 'shopper'] as const).map((value) => ({
          value,
          label: words[value],
        }))}
      />
      <LabelledField id="body" label={words.body} hint={words.bodyHint} error={error}>
        <textarea
          id="body"
          name="body"
          rows={4}
          required
          maxLength={longest}
          defaultValue={kept.body ?? body}
          aria-invalid={error ? true : undefined}
          aria-describedby={descriptionOf('body', { hint: words.bodyHint, error })}
          className={`min-h-24 w-full rounded-control border bg-card px-3.5 py-2 text-base text-ink ${error ? 'border-bad' : 'border-edge'}`}
        />
      </LabelledField>
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
