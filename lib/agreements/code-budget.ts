import { spendBudget } from '@/lib/auth/budgets';

/** One more code by text message to that phone, whoever asks. Refusal: too_many_requests. */
export async function spendCodeBudget(phone: string): Promise<void> {
  await spendBudget('signing-phone-hour', phone);
  await spendBudget('signing-phone-day', phone);
}
