'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { ActionState } from '@/components/ui/action-state';
import { codeProblem } from './field-problems';

/**
 * Whether the code field is shown, and what is wrong with it. Once an answer asked for a code the
 * field stays, whatever comes next; a code that is on its way answers the problem that was said
 * before it.
 */
export function useCodeField({
  known,
  paid,
  sent,
  field,
}: {
  /** It was clear before anything was pressed. */
  known: boolean;
  paid: ActionState<string>;
  sent: ActionState<string>;
  field: RefObject<HTMLInputElement | null>;
}): { shown: boolean; problem: string | undefined } {
  const [asked, setAsked] = useState(false);
  const [answered, setAnswered] = useState(false);
  const problem = codeProblem(paid);

  useEffect(() => {
    setAnswered(false);
    if (codeProblem(paid) !== undefined) setAsked(true);
  }, [paid]);
  useEffect(() => {
    if (sent.status !== 'ok') return;
    setAnswered(true);
    field.current?.focus();
  }, [sent, field]);

  return {
    shown: known || asked || problem !== undefined || sent.status !== 'idle',
    problem: answered ? undefined : problem,
  };
}
