'use client';

import { TextField } from '@/components/ui/text-field';

/** A password of one's own, from now on. */
export function NewPasswordField({
  words,
  error,
}: {
  words: Record<'password' | 'passwordHint', string>;
  error: string | undefined;
}) {
  return (
    <TextField
      name="password"
      label={words.password}
      hint={words.passwordHint}
      error={error}
      type="password"
      autoComplete="new-password"
      required
    />
  );
}
