import type { ActionState } from '@/components/ui/action-state';

const CODE_REFUSALS = ['code_required', 'confirmation_code_wrong'];

/** The words for the password field, if the answer is about it. */
export function passwordProblem(state: ActionState<string>): string | undefined {
  if (state.status === 'invalid') return state.fields.paymentPassword;
  const concerned = state.status === 'refused' && state.code.startsWith('payment_password');
  return concerned ? state.title : undefined;
}

/** It has been wrong so often that a new one is the better way, or nothing else is left. */
export const resetAdvised = (state: ActionState<string>): boolean =>
  state.status === 'refused' &&
  (state.code === 'payment_password_wrong_again' || state.code === 'payment_password_locked');

/** The words for the code field, likewise. */
export function codeProblem(state: ActionState<string>): string | undefined {
  if (state.status === 'invalid') return state.fields.code;
  const concerned = state.status === 'refused' && CODE_REFUSALS.includes(state.code);
  return concerned ? state.title : undefined;
}
