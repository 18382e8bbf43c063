import type { Ref } from 'react';
import { DigitsField } from './digits-field';

/** Where a forgotten payment password is set anew; whoever is not signed in does that first. */
export const RESET_PASSWORD = '/wallet/security/password';

/** The payment password: never remembered by the browser and never sent back by us. */
export function PasswordField({
  ref,
  words,
  error,
  reset,
}: {
  ref: Ref<HTMLInputElement>;
  words: Record<'label' | 'hint' | 'forgot' | 'reset', string>;
  error: string | undefined;
  /** It has been wrong so often that setting a new one is the better way. */
  reset: boolean;
}) {
  return (
    <div>
      <DigitsField
        ref={ref}
        id="payment-password"
        name="paymentPassword"
        type="password"
        autoComplete="off"
        label={
          <>
            {words.label} <span className="font-normal text-soft">{words.hint}</span>
          </>
        }
        error={error}
        // Without JavaScript the page comes back drawn anew: the browser then goes to the field itself.
        autoFocus={error !== undefined}
      />
      {/* After the field, so that Tab leads to the digits first. */}
      <a
        href={RESET_PASSWORD}
        className={`-mb-3 inline-flex min-h-11 items-center text-sm ${reset ? 'font-medium text-accent-text' : 'text-soft'}`}
      >
        {reset ? words.reset : words.forgot}
      </a>
    </div>
  );
}
