import { payerDevice } from '@/app/_server/payer-device';
import { keepCheckedPhone } from '@/app/_server/payer-phone';
import { readHost } from '@/app/_server/read-host';
import { clientAddress } from '@/lib/auth/client-address';
import type { CurrentUser } from '@/lib/auth/user';
import { checkPhone } from '@/lib/payments/check-phone';

/** Asks what charging this number would mean, and keeps the answer for the page that shows it. */
export async function checkNumber(
  { token, phone }: { token: string; phone: string },
  user: CurrentUser | null,
): Promise<void> {
  const [host, device, address] = [await readHost(), await payerDevice(), await clientAddress()];
  const userId = user?.id ?? null;
  const found = await checkPhone({ token, phone, host, device, address, userId });
  await keepCheckedPhone({ token, phone, found });
}
