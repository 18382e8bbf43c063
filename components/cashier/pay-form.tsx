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
import { FormProblem } from './form-problem';
import { MethodChoice, type MethodRow } from './method-choice';
import { PasswordField } from './password-field';
import type { PayWords } from './pay-words';

type PayState = ActionState<string>;

/** The words for the password field, if the answer is about it. */
function passwordProblem(state: PayState): string | undefined {
  if (state.status === 'invalid') return state.fields.paymentPassword;
  const concerned = state.status === 'refused' && state.code.startsWith('payment_password');
  return concerned ? state.title : undefined;
}

/**
 * Choose and pay: one plain form. With JavaScript it posts in place, keeps the choice and empties
 * the password; without, the browser posts it and the server draws the page again.
 */
export function PayForm({
  action,
  token,
  methods,
  words,
  otherWays,
  smallPrint,
}: {
  action: (previous: PayState, form: FormData) => Promise<PayState>;
  token: string;
  methods: MethodRow[];
  words: PayWords;
  otherWays: ReactNode;
  smallPrint: ReactNode;
}) {
  const router = useRouter();
  const [state, pay, pending] = useActionState(action, IDLE);
  const password = useRef<HTMLInputElement>(null);
  const problem = useRef<HTMLDivElement>(null);
  const aboutPassword = methods.some(({ method }) => method === 'balance')
    ? passwordProblem(state)
    : undefined;

  useEffect(() => {
    if (state.status === 'idle') return;
    if (password.current) password.current.value = '';
    // What may be used has perhaps changed with the refusal: a lock, an expiry, another tab.
    if (state.status === 'refused') router.refresh();
    (aboutPassword ? password.current : problem.current)?.focus();
  }, [state, aboutPassword, router]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    startTransition(() => pay(form));
  }

  return (
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
        inside={{
          balance: (
            <PasswordField
              ref={password}
              label={words.password}
              hint={words.passwordHint}
              error={aboutPassword}
            />
          ),
        }}
      />
      {otherWays}
      <div className="pay-bar">
        <FormProblem
          ref={problem}
          state={aboutPassword ? IDLE : state}
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
  );
}
