'use client';

import { TextField } from '@/components/ui/text-field';

/** Six digits of one's own authenticator, again: for what must not be done by an unguarded screen. */
export function CodeField({
  id,
  label,
  hint,
  error,
  required = true,
}: {
  id?: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
}) {
  return (
    <TextField
      name="code"
      id={id}
      label={label}
      hint={hint}
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={40}
      required={required}
    />
  );
}
