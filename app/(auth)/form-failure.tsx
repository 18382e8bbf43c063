'use client';

import type { ActionState } from '@/components/ui/action-state';
import { PlaceField } from '@/components/ui/form-place';
import { Notice } from '@/components/ui/notice';

/** What a form was answered with that is about no single field; and, where that can change, whose page it stands on. */
export function FormFailure(said: { state: ActionState<unknown>; broken: string }) {
  return (
    <>
      <PlaceField />
      <Said {...said} />
    </>
  );
}

function Said({ state, broken }: { state: ActionState<unknown>; broken: string }) {
  if (state.status === 'refused') {
    return (
      <Notice tone="bad" role="alert">
        {state.title}
      </Notice>
    );
  }
  if (state.status !== 'broken') return null;
  return (
    <Notice tone="bad" role="alert">
      {broken} <span className="font-mono text-xs">{state.reference}</span>
    </Notice>
  );
}
