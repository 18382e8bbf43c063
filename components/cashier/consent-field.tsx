import type { ReactNode } from 'react';

/** What the shopper agrees to, readable on the spot, and the tick that says so. */
export function ConsentField({
  version,
  label,
  error,
  terms,
}: {
  /** Sent as the tick's value: which text was agreed to. */
  version: string;
  label: string;
  error: string | undefined;
  terms: ReactNode;
}) {
  return (
    <div className="grid gap-1.5">
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          name="consent"
          value={version}
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'consent-error' : undefined}
          className="size-5 shrink-0 accent-accent-text"
        />
        <span className="break-keep wrap-anywhere">{label}</span>
      </label>
      {error ? (
        <p id="consent-error" className="text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
      {terms}
    </div>
  );
}
