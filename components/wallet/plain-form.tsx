'use client';

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import type { ButtonLook } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { FIELD_KINDS, type FormField } from './form-field';

export interface PlainFormWords {
  submit: string;
  /** Said instead to a screen reader, where several such buttons stand in a list. */
  submitLabel?: string;
  pending: string;
  /** What to say about a fault of ours; the reference follows. */
  broken: string;
  /** Said when it was done and the page stays. */
  done?: string;
}

export interface PlainFormProps<Value> {
  action: (previous: ActionState<Value>, form: FormData) => Promise<ActionState<Value>>;
  fields: readonly FormField[];
  hidden?: Record<string, string>;
  /** Which field a refusal is about, by its code; the rest is said under the fields. */
  refusals?: Record<string, string>;
  words: PlainFormWords;
  /** The button's look; the page's main one unless given. */
  look?: ButtonLook;
  /** What stands above the fields, inside the form. */
  children?: ReactNode;
  footnote?: ReactNode;
}

/**
 * Fields and one button. With JavaScript it posts in place, keeps what was typed and empties what is
 * secret; without, the browser posts it and the server draws the page again.
 */
export function PlainForm<Value>(props: PlainFormProps<Value>) {
  const { action, fields, hidden = {}, refusals = {}, words, children, footnote } = props;
  const { look = MAIN } = props;
  const [state, dispatch, pending] = useActionState<ActionState<Value>, FormData>(action, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const problems = problemsOf(state, refusals);
  const elsewhere = otherProblem(state, problems, fields, words.broken);

  useEffect(() => {
    if (state.status === 'idle') return;
    for (const secret of form.current?.querySelectorAll<HTMLInputElement>(SECRETS) ?? []) {
      secret.value = '';
    }
    form.current?.querySelector<HTMLElement>('[aria-invalid], [data-problem]')?.focus();
  }, [state]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const typed = new FormData(event.currentTarget);
    startTransition(() => dispatch(typed));
  }

  return (
    <form
      ref={form}
      action={dispatch}
      onSubmit={submit}
      className="grid gap-4"
      noValidate
      aria-busy={pending}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {fields.map(({ kind, ...field }) => (
        <TextField
          key={field.name}
          required
          {...FIELD_KINDS[kind]}
          {...field}
          error={problems[field.name]}
        />
      ))}
      {elsewhere ? (
        <Notice tone="bad" role="alert" tabIndex={-1} data-problem="">
          {elsewhere}
        </Notice>
      ) : null}
      {state.status === 'ok' && words.done ? (
        <Notice tone="ok" role="status">
          {words.done}
        </Notice>
      ) : null}
      <SubmitButton
        {...look}
        aria-label={words.submitLabel}
        pending={pending}
        pendingLabel={words.pending}
      >
        {words.submit}
      </SubmitButton>
      {footnote ? <div className="text-sm text-faint">{footnote}</div> : null}
    </form>
  );
}

const MAIN: ButtonLook = { size: 'lg', block: true };
const SECRETS = 'input[type=password], input[autocomplete=one-time-code]';

/** Field name → what is wrong with it, whether the form was misread or the use case said no. */
function problemsOf(
  state: ActionState<unknown>,
  refusals: Record<string, string>,
): Record<string, string> {
  if (state.status === 'invalid') return state.fields;
  const field = state.status === 'refused' ? refusals[state.code] : undefined;
  return state.status === 'refused' && field ? { [field]: state.title } : {};
}

/** What is about no field that the eye can see. */
function otherProblem(
  state: ActionState<unknown>,
  problems: Record<string, string>,
  fields: readonly FormField[],
  broken: string,
): string | undefined {
  const shown = new Set(fields.map(({ name }) => name));
  const unseen = Object.entries(problems).find(([name]) => !shown.has(name))?.[1];
  if (unseen) return unseen;
  if (state.status === 'broken') return `${broken} ${state.reference}`;
  return state.status === 'refused' && Object.keys(problems).length === 0 ? state.title : undefined;
}
