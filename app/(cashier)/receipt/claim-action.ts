'use server';

import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { payerDevice } from '@/app/_server/payer-device';
import { refundReader } from '@/app/_server/refund-reader';
import { clientAddress } from '@/lib/auth/client-address';
import { resendClaim } from '@/lib/refund-cases/resend-claim';
import { provePayer } from '@/lib/refunds/prove-payer';

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`));

/** Texts the link by which a refund is claimed to the payer's known phone; only the payer can ask for it. */
export const sendClaimLinkAction = action({
  name: 'send claim link',
  input: z.object({ orderId: id('ord'), refundId: id('ref') }),
  may: anyone,
  run: async ({ orderId, refundId }) => {
    await provePayer({ orderId, ...(await refundReader()) });
    const [device, address] = [await payerDevice(), await clientAddress()];
    await resendClaim({ orderId, refundId, device, address });
  },
});
