'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { type ActionState, IDLE, keptOf } from '@/components/ui/action-state';
import { LinkButton } from '@/components/ui/link-button';
import { SecretOnce } from '@/components/ui/secret-once';
import { SubmitButton } from '@/components/ui/submit-button';
import { EndpointFields } from '../endpoint-fields';
import type { EndpointWords } from '../endpoint-words';
import { createEndpointAction } from './actions';

type Made = { id: string; secret: string };

/** Adds an endpoint; its secret is shown once, in the answer, in the form's place. */
export function NewEndpointForm({
  words,
}: {
  words: EndpointWords & Record<'submit' | 'done' | 'open' | 'copy' | 'copied', string>;
}) {
  const [state, dispatch] = useActionState<ActionState<Made>, FormData>(createEndpointAction, IDLE);
  if (state.status === 'ok') {
    return (
      <div className="grid gap-4">
        <SecretOnce title={words.done} secret={state.value.secret} words={words} />
        <div>
          <LinkButton href={`/merchant/endpoints/${state.value.id}`}>{words.open}</LinkButton>
        </div>
      </div>
    );
  }
  const kept = keptOf(state);
  return (
    <form action={dispatch} className="group grid gap-5" noValidate>
      <EndpointFields
        words={words}
        url={kept.url}
        which={kept.which ?? 'all'}
        ticked={(name) => name in kept}
        problems={state.status === 'invalid' ? state.fields : {}}
      />
      <FormFailure state={state} broken={words.broken} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
