import type { Ref } from 'react';
import { TextField } from '@/components/ui/text-field';

/** Six digits, never remembered by the browser and never sent back by us. */
export function PasswordField({
  ref,
  label,
  hint,
  error,
}: {
  ref: Ref<HTMLInputElement>;
  label: string;
  hint: string;
  error: string | undefined;
}) {
  return (
    <TextField
      ref={ref}
      id="payment-password"
      name="paymentPassword"
      type="password"
      inputMode="numeric"
      autoComplete="off"
      enterKeyHint="go"
      maxLength={6}
      label={
        <>
          {label} <span className="font-normal text-faint">{hint}</span>
        </>
      }
      error={error}
      // Without JavaScript the page comes back drawn anew: the browser then goes to the field itself.
      autoFocus={error !== undefined}
      className="text-lg tracking-[0.4em]"
    />
  );
}
