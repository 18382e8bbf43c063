import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { refusedState } from '@/app/_server/action';
import { moneyAfter } from '@/app/(cashier)/pay/[token]/money-after';
import { FirstStates, type FormName } from '@/components/cashier/first-states';
import type { ActionState } from '@/components/ui/action-state';
import type { Answer } from './_fixtures/answers';

/** No press that could take money: a receipt is looked for, a refund asked for. */
const TAKES_NOTHING: readonly FormName[] = ['search', 'refundAsk'];

type Given = Exclude<Answer, 'pending' | 'offline'>;

/** A screen on which one form has been answered. */
export async function Answered({
  form,
  answer,
  children,
}: {
  form: FormName;
  answer: Given;
  children: ReactNode;
}) {
  return <FirstStates states={{ [form]: await stateOf(form, answer) }}>{children}</FirstStates>;
}

/** As the server says it. */
async function stateOf(form: FormName, answer: Given): Promise<ActionState<string>> {
  if (answer === 'broken') return { status: 'broken', reference: 'req_01kk5q2m8z3t7v9w1x4y6a0b2c' };
  if ('ok' in answer) return { status: 'ok', value: answer.ok };
  if ('refused' in answer) {
    const { refused: code, facts = {} } = answer;
    return refusedState({ code, facts }, TAKES_NOTHING.includes(form) ? undefined : moneyAfter);
  }
  const t = await getTranslations();
  const words = Object.entries(answer.invalid).map(([field, key]) => [
    field,
    t.has(key) ? t(key) : key,
  ]);
  return { status: 'invalid', fields: Object.fromEntries(words) };
}
