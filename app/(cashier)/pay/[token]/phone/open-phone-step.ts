import { findCheckedPhone, findRememberedPhone } from '@/app/_server/payer-phone';
import type { CurrentUser } from '@/lib/auth/user';
import { checkNumber } from './check-number';

/** The page that asks for the number; a remembered one has been looked up by the time it opens. */
export async function openPhoneStep(token: string, user: CurrentUser | null): Promise<string> {
  const phone = await findRememberedPhone();
  if (phone && !(await findCheckedPhone(token))) await checkNumber({ token, phone }, user);
  return `/pay/${token}/phone`;
}
