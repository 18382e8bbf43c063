import type { ComponentProps, ReactNode } from 'react';
import { descriptionOf, LabelledField } from './labelled-field';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'size'> {
  name: string;
  label: ReactNode;
  /** Unique on the page; the name unless given. */
  id?: string;
  hint?: ReactNode;
  /** In words, beside the field; tied to it for screen readers. */
  error?: ReactNode;
}

/** One labelled input. Use `type`, `inputMode` and `autoComplete` as the field deserves. */
export function TextField({ label, id, hint, error, className = '', ...input }: TextFieldProps) {
  const fieldId = id ?? input.name;
  return (
    <LabelledField id={fieldId} label={label} hint={hint} error={error}>
      <input
        {...input}
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptionOf(fieldId, { hint, error })}
        className={`min-h-12 w-full rounded-control border bg-card px-3.5 py-2 text-base text-ink placeholder:text-faint ${error ? 'border-bad' : 'border-edge'} ${className}`}
      />
    </LabelledField>
  );
}
