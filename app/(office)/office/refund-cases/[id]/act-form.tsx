'use client';

import { type ReactNode, useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import type { ButtonVariant } from '@/components/ui/button-class';
import { descriptionOf, LabelledField } from '@/components/ui/labelled-field';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';

export interface ActField {
  name: string;
  label: string;
  hint?: string;
  /** lines: several lines of text. code: six digits of an authenticator. */
  kind: 'line' | 'lines' | 'code' | 'choice';
  options?: readonly { value: string; label: string }[];
  initial?: string;
  longest?: number;
}

/** One thing to do to a case: what it needs, the button that does it, and beside it why it was refused. */
export function ActForm({
  action,
  hidden,
  fields,
  variant,
  words,
  children,
}: {
  action: (state: ActionState, form: FormData) => Promise<ActionState>;
  hidden: Record<string, string>;
  fields: readonly ActField[];
  variant?: ButtonVariant;
  words: Record<'submit' | 'pending' | 'broken', string>;
  /** Beside the button: the way back. */
  children?: ReactNode;
}) {
  const [state, dispatch] = useActionState(action, IDLE);
  const problems = state.status === 'invalid' ? state.fields : {};
  return (
    <form action={dispatch} className="grid gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field key={field.name} field={field} error={problems[field.name]} />
      ))}
      <FormFailure state={state} broken={words.broken} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant={variant} pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
        {children}
      </div>
    </form>
  );
}

function Field({
  field: { name, label, hint, kind, options = [], initial, longest = 500 },
  error,
}: {
  field: ActField;
  error: string | undefined;
}) {
  if (kind === 'choice') {
    return <SelectField name={name} label={label} options={options} defaultValue={initial} />;
  }
  if (kind === 'lines') {
    return (
      <LabelledField id={name} label={label} hint={hint} error={error}>
        <textarea
          id={name}
          name={name}
          rows={4}
          required
          maxLength={longest}
          defaultValue={initial}
          aria-invalid={error ? true : undefined}
          aria-describedby={descriptionOf(name, { hint, error })}
          className={`min-h-24 w-full rounded-control border bg-card px-3.5 py-2 text-base text-ink ${error ? 'border-bad' : 'border-edge'}`}
        />
      </LabelledField>
    );
  }
  const code = { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 7 } as const;
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      error={error}
      required
      defaultValue={initial}
      {...(kind === 'code' ? code : { maxLength: longest, autoComplete: 'off' })}
    />
  );
}
