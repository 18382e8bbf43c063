'use client';

import { SignInForm } from '@/app/(auth)/sign-in/sign-in-form';
import { useSignInForm } from '@/app/(auth)/sign-in/use-sign-in-form';
import { useFirstState } from '@/components/cashier/first-states';
import { IDLE } from '@/components/ui/action-state';
import { TextField } from '@/components/ui/text-field';
import { findReceiptAction } from './actions';

/** Order number and phone tail: who knows both may see the receipt. */
export function SearchForm({
  words,
}: {
  words: Record<
    'orderNo' | 'orderNoHint' | 'tail' | 'tailHint' | 'submit' | 'pending' | 'broken',
    string
  >;
}) {
  const first = useFirstState('search');
  const { problemOf, ...answer } = useSignInForm(
    findReceiptAction,
    first.status === 'ok' ? IDLE : first,
  );
  return (
    <SignInForm {...answer} words={words}>
      <TextField
        name="orderNo"
        label={words.orderNo}
        hint={words.orderNoHint}
        error={problemOf('orderNo')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        name="tail"
        label={words.tail}
        hint={words.tailHint}
        error={problemOf('tail')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        required
      />
    </SignInForm>
  );
}
