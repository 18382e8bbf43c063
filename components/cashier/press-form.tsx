'use client';

import { useActionState, useEffect, useRef } from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import type { ButtonVariant } from '@/components/ui/button-class';
import { SubmitButton } from '@/components/ui/submit-button';
import { FormProblem } from './form-problem';

/** One press that leads to another page, or says under the button why it does not. */
export function PressForm({
  action,
  hidden,
  variant,
  label,
  pendingLabel,
  broken,
}: {
  action: (previous: ActionState<string>, form: FormData) => Promise<ActionState<string>>;
  hidden: Record<string, string>;
  variant: ButtonVariant;
  label: string;
  pendingLabel: string;
  broken: string;
}) {
  const [state, press] = useActionState(action, IDLE);
  const problem = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') problem.current?.focus();
  }, [state]);
  return (
    <form action={press} className="grid gap-2.5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton block size="lg" variant={variant} pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
      <FormProblem ref={problem} state={state} broken={broken} />
    </form>
  );
}
