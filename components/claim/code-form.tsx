'use client';

import { TextField } from '@/components/ui/text-field';
import { type ClaimAction, TokenForm, type TokenFormWords } from './token-form';

/** Takes the six digits; the phone offers them by itself from the text message. */
export function ClaimCodeForm({
  action,
  token,
  words,
}: {
  action: ClaimAction;
  token: string;
  words: TokenFormWords & Record<'code' | 'codeHint', string>;
}) {
  return (
    <TokenForm
      action={action}
      hidden={{ token }}
      words={words}
      unseen={(state) => state.status !== 'refused' || state.code !== 'sign_in_code_wrong'}
    >
      {(state) => (
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          error={
            state.status === 'invalid'
              ? state.fields.code
              : state.status === 'refused' && state.code === 'sign_in_code_wrong'
                ? state.title
                : undefined
          }
          inputMode="numeric"
          autoComplete="one-time-code"
          className="text-center text-xl tracking-[0.4em] tabular-nums"
          required
        />
      )}
    </TokenForm>
  );
}
