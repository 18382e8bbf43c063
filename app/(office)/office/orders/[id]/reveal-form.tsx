'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { DescriptionList } from '@/components/ui/description-list';
import { langOf } from '@/components/ui/lang-of';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { PayloadSubject } from '@/lib/support/payload';
import type { PayloadField } from '@/lib/support/payload-rules';
import { revealAction } from './actions';

type Words = Record<
  | 'why'
  | 'whyHint'
  | 'submit'
  | 'pending'
  | 'broken'
  | 'done'
  | 'empty'
  /** With {n} in it. */
  | 'withheld'
  | 'masked'
  /** What a message without fields is called. */
  | 'whole',
  string
>;

/** The reason first; then the message, on this page and until it is left. */
export function RevealForm({ subject, words }: { subject: PayloadSubject; words: Words }) {
  const [state, dispatch] = useActionState(revealAction, IDLE);
  if (state.status === 'ok') return <Payload fields={state.value.fields} words={words} />;
  return (
    <form action={dispatch} className="grid max-w-xl gap-4">
      <input type="hidden" name="orderId" value={subject.orderId} />
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
      <TextField
        name="why"
        label={words.why}
        hint={words.whyHint}
        error={state.status === 'invalid' ? state.fields.why : undefined}
        maxLength={200}
        autoComplete="off"
        required
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}

function Payload({ fields, words }: { fields: readonly PayloadField[]; words: Words }) {
  return (
    <div className="grid gap-3">
      <Notice tone="ok" role="status">
        {words.done}
      </Notice>
      {fields.length === 0 ? <p className="text-sm text-soft">{words.empty}</p> : null}
      <DescriptionList
        items={fields.map(({ name, value, shown }) => ({
          term: <code className="font-mono text-xs break-all">{name || words.whole}</code>,
          detail: (
            <span className="break-all">
              {shown === 'withheld' ? (
                <span className="text-faint">{words.withheld.replace('{n}', value)}</span>
              ) : (
                <span lang={langOf(value)}>{value}</span>
              )}
              {shown === 'masked' ? (
                <span className="ms-2 text-xs text-faint">{words.masked}</span>
              ) : null}
            </span>
          ),
        }))}
      />
    </div>
  );
}
