import type { ComponentProps, ReactNode } from 'react';
import { descriptionOf, LabelledField } from './labelled-field';

/** One labelled field for a few sentences. */
export function TextAreaField({
  label,
  hint,
  error,
  className = '',
  ...area
}: Omit<ComponentProps<'textarea'>, 'id'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** In words, beside the field; tied to it for screen readers. */
  error?: ReactNode;
}) {
  const { name } = area;
  return (
    <LabelledField id={name} label={label} hint={hint} error={error}>
      <textarea
        rows={3}
        {...area}
        id={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptionOf(name, { hint, error })}
        className={`w-full rounded-control border bg-card px-3.5 py-2.5 text-base text-ink placeholder:text-faint ${error ? 'border-bad' : 'border-edge'} ${className}`}
      />
    </LabelledField>
  );
}
