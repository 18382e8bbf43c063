import type { ReactNode } from 'react';

/** One of a few, each with a line that says what it means; the browser remembers which was chosen. */
export function RadioChoice({
  name,
  legend,
  chosen,
  options,
  error,
}: {
  name: string;
  legend: ReactNode;
  /** None, unless given. */
  chosen?: string | undefined;
  options: readonly { value: string; label: ReactNode; hint?: ReactNode }[];
  /** In words, tied to the group for screen readers. */
  error?: ReactNode;
}) {
  const errorId = `${name}-error`;
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? errorId : undefined}>
      <legend className="mb-2 text-sm font-medium text-ink">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <label
          key={value}
          className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control border border-line bg-card px-3.5 py-2.5 has-checked:border-accent-text has-checked:bg-tint"
        >
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
            aria-invalid={error ? true : undefined}
            className="method-radio"
          />
          <span className="min-w-0 flex-1">
            {label}
            {hint ? <span className="block text-sm text-soft">{hint}</span> : null}
          </span>
        </label>
      ))}
      {error ? (
        <p id={errorId} className="text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
