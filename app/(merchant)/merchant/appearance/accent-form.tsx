'use client';

import { type FormEvent, useActionState, useEffect, useState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { AccentPreview, type AccentPreviewWords } from '@/components/merchant/accent-preview';
import { IDLE } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { accentAction } from './actions';

export type AccentWords = Record<
  'label' | 'hint' | 'pick' | 'look' | 'looking' | 'save' | 'saving' | 'broken',
  string
> & { preview: AccentPreviewWords };

const COLOUR = /^#?([0-9a-f]{6})$/i;

/**
 * Choose a colour, see it, keep it. With JavaScript the picture follows every letter and the browser's
 * colour picker stands beside the field; without, a button draws it.
 */
export function AccentForm({ colour, words }: { colour: string; words: AccentWords }) {
  const [state, dispatch] = useActionState(accentAction, IDLE);
  const looked = state.status === 'ok' ? state.value.accentColor : colour;
  const [typed, setTyped] = useState(looked);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const digits = COLOUR.exec(typed.trim())?.[1];
  const seen = digits ? `#${digits.toLowerCase()}` : looked;
  const follow = (event: FormEvent<HTMLInputElement>) => setTyped(event.currentTarget.value);
  return (
    <form action={dispatch} className="grid gap-4">
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            name="accentColor"
            label={words.label}
            hint={words.hint}
            error={state.status === 'invalid' ? state.fields.accentColor : undefined}
            value={typed}
            onChange={follow}
            maxLength={7}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="font-mono"
          />
        </div>
        {scripted ? (
          <input
            type="color"
            aria-label={words.pick}
            value={seen}
            onChange={follow}
            className="mb-7.5 h-12 w-14 shrink-0 cursor-pointer rounded-control border border-edge bg-card p-1"
          />
        ) : null}
      </div>
      <AccentPreview colour={seen} words={words.preview} />
      <FormFailure state={state} broken={words.broken} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="save" pendingLabel={words.saving}>
          {words.save}
        </SubmitButton>
        {scripted ? null : (
          <SubmitButton variant="secondary" name="step" value="look" pendingLabel={words.looking}>
            {words.look}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
