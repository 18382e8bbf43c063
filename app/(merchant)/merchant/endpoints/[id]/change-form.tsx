'use client';

import { useActionState } from 'react';
import { FormFailure } from '@/app/(auth)/form-failure';
import { IDLE, keptOf } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { EndpointFields } from '../endpoint-fields';
import type { EndpointWords } from '../endpoint-words';
import { setEndpointAction } from './actions';

/** The endpoint as it is, to be changed. */
export function ChangeForm({
  endpoint,
  words,
}: {
  endpoint: { id: string; url: string; topics: readonly string[] };
  words: EndpointWords & { submit: string };
}) {
  const [state, dispatch] = useActionState(setEndpointAction, IDLE);
  const kept = 'kept' in state ? keptOf(state) : undefined;
  return (
    <form action={dispatch} className="group grid gap-5" noValidate>
      <input type="hidden" name="endpointId" value={endpoint.id} />
      <EndpointFields
        words={words}
        url={kept?.url ?? endpoint.url}
        which={kept?.which ?? (endpoint.topics.length === 0 ? 'all' : 'some')}
        ticked={(name) => (kept ? name in kept : endpoint.topics.includes(name))}
        problems={state.status === 'invalid' ? state.fields : {}}
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
