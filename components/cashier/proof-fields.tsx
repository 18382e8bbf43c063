import type { RefObject } from 'react';
import type { ActionState } from '@/components/ui/action-state';
import { CodeField } from './code-field';
import { passwordProblem, resetAdvised } from './field-problems';
import { PasswordField } from './password-field';
import type { PayWords } from './pay-words';

/** What proves that the balance is the shopper's own: the password and, where it takes one, a code. */
export function ProofFields({
  password,
  code,
  paid,
  sent,
  sending,
  codeField,
  words,
}: {
  password: RefObject<HTMLInputElement | null>;
  code: RefObject<HTMLInputElement | null>;
  paid: ActionState<string>;
  sent: ActionState<string>;
  sending: boolean;
  codeField: { shown: boolean; problem: string | undefined };
  words: PayWords;
}) {
  const aboutPassword = passwordProblem(paid);
  return (
    <div className="grid gap-4">
      <PasswordField
        ref={password}
        words={words.password}
        error={aboutPassword}
        reset={resetAdvised(paid)}
      />
      {codeField.shown ? (
        <CodeField
          ref={code}
          words={words.code}
          broken={words.broken}
          error={codeField.problem}
          focused={codeField.problem !== undefined && aboutPassword === undefined}
          sent={sent}
          sending={sending}
        />
      ) : null}
    </div>
  );
}
