'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE } from '@/components/ui/action-state';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { methodsAction } from './actions';

/** Each way to pay: shown or not, and on which place. */
export function MethodsForm({
  methods,
  words,
}: {
  methods: readonly { code: string; name: string; shown: boolean; place: string; label: string }[];
  words: Record<'shown' | 'save' | 'saving' | 'broken', string>;
}) {
  const [state, dispatch] = useActionState(methodsAction, IDLE);
  const places = methods.map((_, at) => ({ value: String(at + 1), label: String(at + 1) }));
  return (
    <form action={dispatch} className="grid gap-4">
      <ul className="grid gap-3">
        {methods.map(({ code, name, shown, place, label }) => (
          <li
            key={code}
            className="flex flex-wrap items-end justify-between gap-3 border-b border-line pb-3 last:border-0"
          >
            <label className="flex min-h-12 items-center gap-3">
              <input
                type="checkbox"
                name={`show_${code}`}
                defaultChecked={shown}
                className="size-5 accent-[var(--color-accent-text)]"
              />
              <span>
                {name} <span className="sr-only">{words.shown}</span>
              </span>
            </label>
            <div className="w-28">
              <input type="hidden" name={`was_${code}`} value={place} />
              <SelectField
                name={`place_${code}`}
                label={label}
                options={places}
                defaultValue={place}
              />
            </div>
          </li>
        ))}
      </ul>
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
