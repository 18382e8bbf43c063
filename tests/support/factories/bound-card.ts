import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { startSigning } from '@/lib/agreements/start-signing';
import type { RemoteChannel } from '@/lib/channels/registry';
import { someCardNo } from '../card-numbers';
import { somePhone } from '../phones';
import { seedShopper } from './customers';
import { HOLDER, RIGHT_CODE } from './holder';

/** A card bound at a merchant by somebody who has signed in, signed on the first of the channels. */
export async function bindCard(given: {
  merchantId: string;
  cardNo?: string;
  channels?: readonly RemoteChannel[];
}): Promise<{ agreementId: string; userId: string; cardNo: string }> {
  const { merchantId, cardNo = someCardNo(), channels = ['unionpay'] } = given;
  const phone = somePhone();
  const { userId } = await seedShopper(phone);
  const { agreementId } = await startSigning({
    merchantId,
    customerReference: null,
    userId,
    elements: { ...HOLDER, cardNo, phone },
    consentVersion: '2026-11',
    channels,
  });
  await confirmSigning({ agreementId, userId, code: RIGHT_CODE });
  return { agreementId, userId, cardNo };
}
