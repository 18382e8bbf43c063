import type { ActionState } from '@/components/ui/action-state';
import type { RefusalCode } from '@/lib/core/refusals';

/** Which field a refusal is about. */
const FIELD: Partial<Record<RefusalCode, string>> = {
  not_a_card: 'cardNo',
  card_unsupported: 'cardNo',
  card_invalid: 'cardNo',
  card_already_bound: 'cardNo',
  holder_mismatch: 'name',
  phone_mismatch: 'phone',
};

/** Which field the reason is about for which a card was not bound; undefined for what is about all of it. */
export const fieldOfReason = (reason: string): string | undefined => {
  const fields: Record<string, string> = {
    phone_mismatch: 'phone',
    identity_mismatch: 'name',
    card_invalid: 'cardNo',
    card_unsupported: 'cardNo',
  };
  return Object.hasOwn(fields, reason) ? fields[reason] : undefined;
};

/** Field name → what is wrong with it; empty when the answer is about none of them. */
export function cardFormProblems(state: ActionState<string>): Record<string, string> {
  if (state.status === 'invalid') return state.fields;
  if (state.status !== 'refused') return {};
  const field = Object.entries(FIELD).find(([code]) => code === state.code)?.[1];
  return field ? { [field]: state.title } : {};
}
