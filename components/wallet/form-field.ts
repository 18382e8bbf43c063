/** One input of a plain form, as data: a server component may hand it to a client one. */
export interface FormField {
  name: string;
  label: string;
  hint?: string;
  kind: 'text' | 'amount' | 'number' | 'secret' | 'code';
  autoComplete?: string;
  maxLength?: number;
}

/** What each kind asks of the keyboard, the browser's memory and the eye. */
export const FIELD_KINDS = {
  text: { type: 'text', className: '' },
  amount: {
    type: 'text',
    inputMode: 'decimal',
    autoComplete: 'off',
    className: 'text-2xl font-bold tabular-nums min-h-14',
  },
  number: { type: 'text', inputMode: 'numeric', className: 'tabular-nums' },
  // Never remembered by the browser, and never sent back by us.
  secret: {
    type: 'password',
    inputMode: 'numeric',
    autoComplete: 'off',
    maxLength: 6,
    className: 'text-lg tracking-[0.4em]',
  },
  code: {
    type: 'text',
    inputMode: 'numeric',
    autoComplete: 'one-time-code',
    className: 'text-lg tracking-[0.4em] tabular-nums',
  },
} as const;
