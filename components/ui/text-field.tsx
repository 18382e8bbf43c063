import type { ComponentProps, ReactNode } from 'react';

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
  const described = [hint ? `${fieldId}-hint` : '', error ? `${fieldId}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={fieldId} className="text-sm font-medium text-ink">
        {label}
      </label>
      <input
        {...input}
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={`min-h-12 w-full rounded-control border bg-card px-3.5 py-2 text-base text-ink placeholder:text-faint ${error ? 'border-bad' : 'border-edge'} ${className}`}
      />
      {hint ? (
        <p id={`${fieldId}-hint`} className="text-sm text-faint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${fieldId}-error`} className="text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}
