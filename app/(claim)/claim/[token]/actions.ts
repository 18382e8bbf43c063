'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { payerDevice } from '@/app/_server/payer-device';
import { clientAddress } from '@/lib/auth/client-address';
import { namePayee } from '@/lib/refund-cases/name-payee';
import { proveClaim } from '@/lib/refund-cases/prove-claim';
import { claimInput, payeeInput, proveInput } from '@/lib/refund-cases/refund-claim-schema';
import { requestClaimCode } from '@/lib/refund-cases/request-claim-code';

/** Which browser asks, and from where: both are counted, and the first is what a proof binds. */
const asker = async () => ({ device: await payerDevice(), address: await clientAddress() });

/** A code to the payer's known phone; then on to the form that takes it. */
export const requestCodeAction = action({
  name: 'request claim code',
  input: claimInput,
  may: anyone,
  run: async ({ token }) => {
    await requestClaimCode({ token, ...(await asker()) });
    redirect(`/claim/${token}/code`);
  },
});

/** Another code to the same phone. */
export const resendCodeAction = action({
  name: 'resend claim code',
  input: claimInput,
  may: anyone,
  run: async ({ token }) => void (await requestClaimCode({ token, ...(await asker()) })),
});

export const proveAction = action({
  name: 'prove claim',
  input: proveInput,
  may: anyone,
  run: async ({ token, code }) => {
    await proveClaim({ token, code, ...(await asker()) });
    redirect(`/claim/${token}`);
  },
});

export const namePayeeAction = action({
  name: 'name payee',
  input: payeeInput,
  may: anyone,
  run: async (payee) => {
    await namePayee({ ...payee, ...(await asker()) });
    redirect(`/claim/${payee.token}?saved=1`);
  },
});
