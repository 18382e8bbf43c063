import type { ComponentProps, ReactNode } from 'react';

export interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'size'> {
  name: string;
  label: ReactNode;
  options: readonly { value: string; label: string }[];
}

/** One labelled choice out of a list, in the look of a text field. */
export function SelectField({ label, options, className = '', ...select }: SelectFieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={select.name} className="text-sm font-medium text-ink">
        {label}
      </label>
      <select
        {...select}
        id={select.name}
        className={`min-h-12 w-full rounded-control border border-edge bg-card px-3.5 py-2 text-base text-ink ${className}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
