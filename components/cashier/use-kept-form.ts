'use client';

import { useEffect, useRef } from 'react';
import type { FormName } from './first-states';
import { type Send, usePost } from './use-post';

export type FormAction = Send;

/**
 * A form that is posted in place, so that it keeps what was typed when something has to be put right; the
 * first thing at fault gets the focus. Without JavaScript the browser posts it.
 */
export function useKeptForm(name: FormName, action: FormAction, offline: string) {
  const { state, pending, form: post } = usePost(name, action, offline);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.status === 'idle') return;
    form.current?.querySelector<HTMLElement>('[aria-invalid], [role=alert]')?.focus();
  }, [state]);

  const props = { ...post, ref: form, noValidate: true, 'aria-busy': pending };
  return { state, pending, props };
}
