import type { ComponentProps, ReactNode } from 'react';
import { descriptionOf, LabelledField } from './labelled-field';
import { langOf } from './lang-of';

export interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'size'> {
  name: string;
  label: ReactNode;
  options: readonly { value: string; label: string }[];
  /** In words, beside the field; tied to it for screen readers. */
  error?: ReactNode;
}

/** One labelled choice out of a list, in the look of a text field. */
export function SelectField({
  label,
  options,
  error,
  className = '',
  ...select
}: SelectFieldProps) {
  return (
    <LabelledField id={select.name} label={label} error={error}>
      <select
        {...select}
        id={select.name}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptionOf(select.name, { error })}
        className={`min-h-12 w-full rounded-control border bg-card px-3.5 py-2 text-base text-ink ${error ? 'border-bad' : 'border-edge'} ${className}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={langOf(option.label)}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
