'use client';

import { useEffect, useRef } from 'react';
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-class';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FaultWords } from './fault-words';
import { FormProblem } from './form-problem';
import { type Send, usePost } from './use-post';

/** One press that leads to another page, or says under the button why it does not. */
export function PressForm({
  action,
  hidden,
  variant,
  size = 'lg',
  label,
  pendingLabel,
  faults,
}: {
  action: Send;
  hidden: Record<string, string>;
  variant: ButtonVariant;
  size?: ButtonSize;
  label: string;
  pendingLabel: string;
  faults: FaultWords;
}) {
  const { state, pending, form } = usePost('press', action, faults.offline);
  const problem = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') problem.current?.focus();
  }, [state]);
  return (
    <form {...form} className="grid gap-2.5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton
        block
        size={size}
        variant={variant}
        pending={pending}
        pendingLabel={pendingLabel}
      >
        {label}
      </SubmitButton>
      <FormProblem ref={problem} state={state} broken={faults.broken} />
    </form>
  );
}
