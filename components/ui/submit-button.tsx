'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClass } from './button-class';
import { Spinner } from './spinner';

/**
 * Submits the form it stands in; while the answer is on its way it says `pendingLabel` and ignores
 * further presses (it stays focusable, so a keyboard or screen reader does not lose its place).
 * Give `pending` where the form is submitted by code instead of its action.
 */
export function SubmitButton({
  variant,
  size,
  block,
  pending,
  pendingLabel,
  className = '',
  children,
  ...rest
}: ButtonLook & { pending?: boolean; pendingLabel: string } & ComponentProps<'button'>) {
  const form = useFormStatus();
  const busy = pending ?? form.pending;
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
      }}
      className={`${buttonClass({ variant, size, block })} ${busy ? 'opacity-80' : ''} ${className}`}
    >
      {busy ? (
        <>
          <Spinner />
          {pendingLabel}
        </>
      ) : (
        children
      )}
    </button>
  );
}
