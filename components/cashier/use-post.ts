'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { type FormName, useFirstState } from './first-states';
import { sayWhenOffline } from './say-when-offline';

type State = ActionState<string>;
export type Send = (previous: State, form: FormData) => Promise<State>;

/**
 * Sends a form in place, once however often it is pressed, and says so when nobody answers. Without
 * JavaScript the browser sends the form itself: only the action as it is can be written into the page.
 * @param taken is called once the form has been read, to empty what must not stay on the page
 */
export function usePost(name: FormName, action: Send, offline: string, taken?: () => void) {
  // The plain form's answer comes with the page; what is sent in place has a state of its own.
  const [plain, post, posting] = useActionState(action, useFirstState(name));
  const [answer, send, sending] = useActionState(sayWhenOffline(action, offline), IDLE);
  const underWay = useRef(false);
  const pending = posting || sending;
  useEffect(() => {
    if (!pending) underWay.current = false;
  }, [pending]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    const form = new FormData(event.currentTarget);
    taken?.();
    startTransition(() => send(form));
  }

  const state = answer.status === 'idle' ? plain : answer;
  return { state, plain, pending, underWay, form: { action: post, onSubmit } };
}
