'use client';

import { useActionState, useEffect, useRef } from 'react';
import type { FormAction } from '@/app/_server/action';
import { type ActionState, IDLE } from '@/components/ui/action-state';

/** A sign-in form's answer: the words for each field, the cursor in the first one at fault. */
export function useSignInForm(action: FormAction<never>, first: ActionState<never> = IDLE) {
  const [state, dispatch] = useActionState(action, first);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === 'idle') return;
    const atFault = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    (atFault ?? form.current?.querySelector<HTMLElement>('input:not([type=hidden])'))?.focus();
  }, [state]);
  const problemOf = (field: string): string | undefined =>
    state.status === 'invalid' ? state.fields[field] : undefined;
  return { state, dispatch, form, problemOf };
}
