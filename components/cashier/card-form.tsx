'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { cardFormProblems } from './card-form-problems';
import { CardNumberField, type RecogniseAction } from './card-number-field';
import { ConsentField } from './consent-field';
import type { FaultWords } from './fault-words';
import { FormProblem } from './form-problem';
import { HolderFields } from './holder-fields';
import { type FormAction, useKeptForm } from './use-kept-form';

export interface CardFormWords extends FaultWords {
  number: string;
  numberHint: string;
  name: string;
  idNo: string;
  why: string;
  phone: string;
  phoneHint: string;
  phoneHelp: string;
  notAsked: string;
  consent: string;
  submit: string;
  pending: string;
}

/**
 * The four elements and the consent. With JavaScript it posts in place and the browser keeps what was
 * typed; without, the page comes back empty: none of it is ever sent back.
 */
export function CardForm({
  action,
  recognise,
  token,
  identified,
  said,
  termsVersion,
  terms,
  words,
}: {
  action: FormAction;
  recognise: RecogniseAction;
  token: string;
  /** Who the holder is, where that is known already: then it is not asked. */
  identified: ReactNode;
  /** What the bank said about the details typed last time. */
  said: Record<string, string>;
  termsVersion: string;
  terms: ReactNode;
  words: CardFormWords;
}) {
  const { state, pending, props } = useKeptForm('card', action, words.offline);
  const problems = state.status === 'idle' ? said : cardFormProblems(state);
  // Who the holder is has no field of its own where it is known already.
  const unseen = identified ? (problems.name ?? problems.idNo) : undefined;
  const elsewhere = Object.keys(problems).length === 0 || unseen !== undefined;

  return (
    <form {...props} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="who" value={identified ? 'identified' : 'typed'} />
      <CardNumberField
        recognise={recognise}
        label={words.number}
        hint={words.numberHint}
        error={problems.cardNo}
      />
      <div className="grid gap-3">
        {identified ?? <HolderFields problems={problems} words={words} />}
        <p className="text-sm text-soft">{words.why}</p>
      </div>
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        error={
          problems.phone === undefined ? undefined : (
            <>
              {problems.phone}
              {state.status === 'refused' && state.code === 'phone_mismatch' ? (
                <span className="mt-1 block font-normal text-ink">{words.phoneHelp}</span>
              ) : null}
            </>
          )
        }
        inputMode="tel"
        autoComplete="tel-national"
        required
        className="tabular-nums"
      />
      <p className="rounded-control bg-ground px-4 py-3 text-sm text-soft">{words.notAsked}</p>
      <ConsentField
        version={termsVersion}
        label={words.consent}
        error={problems.consent}
        terms={terms}
      />
      {elsewhere ? <FormProblem ref={null} state={state} broken={words.broken} /> : null}
      <SubmitButton size="lg" block pending={pending} pendingLabel={words.pending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
