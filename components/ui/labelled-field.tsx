import type { ReactNode } from 'react';

/** What a field is described by, for `aria-describedby`: its hint and its error, as they stand below it. */
export function descriptionOf(
  id: string,
  { hint, error }: { hint?: ReactNode; error?: ReactNode },
): string | undefined {
  const parts = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return parts.join(' ') || undefined;
}

/** A field between its label and what is said about it. */
export function LabelledField({
  id,
  label,
  hint,
  hintClass = 'text-faint',
  error,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The hint's colour, where the ground is not the card's. */
  hintClass?: string;
  error?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className={`text-sm ${hintClass}`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}
