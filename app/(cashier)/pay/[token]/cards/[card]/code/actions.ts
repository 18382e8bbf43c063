'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { payerDevice } from '@/app/_server/payer-device';
import { readHost } from '@/app/_server/read-host';
import { confirmChannelSigning } from '@/lib/agreements/confirm-channel-signing';
import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { resendSigningCode } from '@/lib/agreements/resend-signing-code';
import { refusalOf } from '@/lib/agreements/rules';
import { Refusal } from '@/lib/core/errors';
import { startPayment } from '@/lib/payments/start-payment';
import { moneyAfter } from '../../../money-after';
import { nextPage } from '../../../next-page';
import { holder, idOf } from '../../holder';
import { signAndPayInput, signingCodeInput, signingInput } from '../../input';

/** Binds the card; the page then pays with it at one press. */
export const confirmAction = action({
  name: 'confirm card',
  after: moneyAfter,
  input: signingCodeInput,
  may: holder,
  run: async ({ token, agreementId, code }, user): Promise<string> => {
    const confirmed = await confirmSigning({ agreementId, userId: idOf(user), code });
    if (confirmed.kind === 'active') redirect(`/pay/${token}?card=${agreementId}&bound=1`);
    redirect(`/pay/${token}/cards/${agreementId}/code?again=1`);
  },
});

/** Signs a bound card on the channel that its payment needs, and goes on with that payment. */
export const confirmAndPayAction = action({
  name: 'confirm card and pay',
  after: moneyAfter,
  input: signAndPayInput,
  may: holder,
  run: async ({ code, for: channelAgreementId, ...paying }, user): Promise<string> => {
    const { token, agreementId } = paying;
    const userId = idOf(user);
    const signed = await confirmChannelSigning({ channelAgreementId, userId, code });
    if (signed.kind === 'failed') throw new Refusal(refusalOf(signed.reason), { agreementId });
    const [host, device] = [await readHost(), await payerDevice()];
    const by = { method: 'card', host, device, actor: { userId } } as const;
    redirect(nextPage(token, await startPayment({ ...paying, ...by })));
  },
});

export const resendAction = action({
  name: 'resend card code',
  after: moneyAfter,
  input: signingInput,
  may: holder,
  run: async ({ agreementId, for: further }, user): Promise<string> => {
    const channel = further ? { channelAgreementId: further } : {};
    await resendSigningCode({ agreementId, userId: idOf(user), ...channel });
    return 'sent';
  },
});
