'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';

/** The forms of the shopper's pages. */
export type FormName =
  | 'pay'
  | 'payCode'
  | 'code'
  | 'resend'
  | 'ask'
  | 'press'
  | 'card'
  | 'phone'
  | 'phonePay'
  | 'search'
  | 'refundAsk';

type States = Partial<Record<FormName, ActionState<string>>>;

const First = createContext<States>({});

/** What forms begin with, as if it had been answered: for pictures of the answers. */
export function FirstStates({ states, children }: { states: States; children?: ReactNode }) {
  return <First value={states}>{children}</First>;
}

export const useFirstState = (form: FormName): ActionState<string> =>
  useContext(First)[form] ?? IDLE;
