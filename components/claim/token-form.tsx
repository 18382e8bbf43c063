'use client';

import {
  type ComponentProps,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';

export type ClaimAction<Value = never> = (
  previous: ActionState<Value>,
  form: FormData,
) => Promise<ActionState<Value>>;

export interface TokenFormWords {
  submit: string;
  pending: string;
  broken: string;
  /** Said when it was done and the page stays. */
  done?: string;
}

/**
 * One of the forms behind a claim's link. With JavaScript it posts in place and keeps what was typed; without,
 * the page comes back with its fields empty: nothing of them is ever sent back.
 */
export function TokenForm<Value>({
  action,
  hidden,
  unseen = true,
  look,
  words,
  children,
}: {
  action: ClaimAction<Value>;
  hidden: Record<string, string>;
  /** Is a refusal of this kind said here, or beside a field? */
  unseen?: boolean | ((state: ActionState<unknown>) => boolean);
  look?: Pick<ComponentProps<typeof SubmitButton>, 'variant' | 'size' | 'block'>;
  words: TokenFormWords;
  children?: (state: ActionState<unknown>) => ReactNode;
}) {
  const [state, dispatch, pending] = useActionState<ActionState<Value>, FormData>(action, IDLE);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === 'idle') return;
    form.current?.querySelector<HTMLElement>('[aria-invalid], [data-problem]')?.focus();
  }, [state]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const typed = new FormData(event.currentTarget);
    startTransition(() => dispatch(typed));
  }

  const isSaidHere = typeof unseen === 'function' ? unseen(state) : unseen;
  return (
    <form
      ref={form}
      action={dispatch}
      onSubmit={submit}
      className="grid gap-5"
      noValidate
      aria-busy={pending}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children?.(state)}
      {isSaidHere ? <Problem state={state} broken={words.broken} /> : null}
      {state.status === 'ok' && words.done ? (
        <Notice tone="ok" role="status">
          {words.done}
        </Notice>
      ) : null}
      <SubmitButton size="lg" block {...look} pending={pending} pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

function Problem({ state, broken }: { state: ActionState<unknown>; broken: string }) {
  if (state.status !== 'refused' && state.status !== 'broken') return null;
  return (
    <Notice tone="bad" role="alert" tabIndex={-1} data-problem="">
      {state.status === 'refused' ? state.title : `${broken} ${state.reference}`}
    </Notice>
  );
}
