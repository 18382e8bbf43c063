'use client';

import { useRouter } from 'next/navigation';
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { CODE_FORM, CodeField } from './code-field';
import { codeProblem, passwordProblem } from './field-problems';
import { FormProblem } from './form-problem';
import { MethodChoice, type MethodRow } from './method-choice';
import { PasswordField } from './password-field';
import type { PayWords } from './pay-words';
import { useCodeField } from './use-code-field';

type PayState = ActionState<string>;
export type PayAction = (previous: PayState, form: FormData) => Promise<PayState>;

/**
 * Choose and pay: one plain form, and a second one that has a code sent. With JavaScript they post
 * in place and keep the choice; without, the browser posts them and the server draws the page again.
 */
export function PayForm({
  action,
  codeAction,
  token,
  methods,
  chosen,
  needsCode,
  card,
  words,
  otherWays,
  smallPrint,
}: {
  action: PayAction;
  codeAction: PayAction;
  token: string;
  methods: MethodRow[];
  /** The way to begin with; the first one unless given. */
  chosen?: MethodCode;
  /** It is known beforehand that paying from the balance takes a code. */
  needsCode: boolean;
  /** The shopper's bound cards to choose from. */
  card?: ReactNode;
  words: PayWords;
  otherWays: ReactNode;
  smallPrint: ReactNode;
}) {
  const router = useRouter();
  const [state, pay, pending] = useActionState(action, IDLE);
  const [sent, sendCode, sending] = useActionState(codeAction, IDLE);
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const problem = useRef<HTMLDivElement>(null);
  const offered = methods.some(({ method }) => method === 'balance');
  const aboutPassword = offered ? passwordProblem(state) : undefined;
  const codeField = useCodeField({ known: needsCode, paid: state, sent, field: code });
  const aboutCode = offered ? codeField.problem : undefined;
  const aboutField = offered && (passwordProblem(state) ?? codeProblem(state)) !== undefined;

  useEffect(() => {
    if (state.status === 'idle') return;
    const [inPassword, inCode] = [passwordProblem(state), codeProblem(state)];
    // A password that was right need not be typed again for the code.
    if (password.current && inCode === undefined) password.current.value = '';
    if (code.current && inCode !== undefined) code.current.value = '';
    // What may be used has perhaps changed with the refusal: a lock, an expiry, another tab.
    if (state.status === 'refused') router.refresh();
    const focused = (inPassword && password.current) || (inCode && code.current);
    (focused || problem.current)?.focus();
  }, [state, router]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    startTransition(() => pay(form));
  }

  return (
    <>
      <form
        action={pay}
        onSubmit={submit}
        noValidate
        aria-busy={pending}
        className="pay-form flex flex-1 flex-col"
      >
        <input type="hidden" name="token" value={token} />
        <MethodChoice
          legend={words.legend}
          methods={methods}
          chosen={chosen}
          inside={{
            card,
            balance: (
              <div className="grid gap-4">
                <PasswordField
                  ref={password}
                  label={words.password}
                  hint={words.passwordHint}
                  error={aboutPassword}
                />
                {codeField.shown ? (
                  <CodeField
                    ref={code}
                    words={words.code}
                    broken={words.broken}
                    error={aboutCode}
                    focused={aboutCode !== undefined && aboutPassword === undefined}
                    sent={sent}
                    sending={sending}
                  />
                ) : null}
              </div>
            ),
          }}
        />
        {otherWays}
        <div className="pay-bar">
          <FormProblem
            ref={problem}
            state={aboutField ? IDLE : state}
            broken={words.broken}
            className="mb-3"
          />
          <SubmitButton block size="lg" pending={pending} pendingLabel={words.pending}>
            {methods.map(({ method }) => (
              <span key={method} data-for={method}>
                {words.submit[method]}
              </span>
            ))}
          </SubmitButton>
          <div className="mt-2.5 text-center text-xs text-faint">{smallPrint}</div>
        </div>
      </form>
      {/* Beside the other one: a form inside a form is none. Enter in the password pays, never this. */}
      <form id={CODE_FORM} action={sendCode} hidden>
        <input type="hidden" name="token" value={token} />
      </form>
    </>
  );
}
