'use client';

import { type ReactNode, useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { BulkResults, type BulkResultWords } from '@/components/office/bulk-results';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { runBulkAction } from './actions';

/** The dry run until it is confirmed; afterwards what became of each row. */
export function BulkRun({
  fields,
  names,
  words,
  withNote,
  children,
}: {
  /** What the confirmation sends; null where nothing can be done. */
  fields: Readonly<Record<string, string>> | null;
  /** What each row is called. */
  names: Readonly<Record<string, string>>;
  words: BulkResultWords & Record<'confirm' | 'confirming' | 'nothing' | 'broken' | 'note', string>;
  /** Somebody has to say why. */
  withNote: boolean;
  /** The plan. */
  children: ReactNode;
}) {
  const [state, dispatch] = useActionState(runBulkAction, IDLE);
  if (state.status === 'ok') {
    return <BulkResults results={state.value} names={names} words={words} />;
  }
  return (
    <>
      {children}
      {fields === null ? (
        <p className="p-5 text-soft">{words.nothing}</p>
      ) : (
        <form action={dispatch} className="grid justify-items-start gap-3 p-5">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {withNote ? (
            <TextField
              name="note"
              label={words.note}
              error={state.status === 'invalid' ? state.fields.note : undefined}
              maxLength={500}
              autoComplete="off"
              required
            />
          ) : null}
          <FormFailure state={state} broken={words.broken} />
          <SubmitButton pendingLabel={words.confirming}>{words.confirm}</SubmitButton>
        </form>
      )}
    </>
  );
}
