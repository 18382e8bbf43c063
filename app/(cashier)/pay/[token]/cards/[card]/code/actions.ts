'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { readHost } from '@/app/_server/read-host';
import { confirmChannelSigning } from '@/lib/agreements/confirm-channel-signing';
import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { resendSigningCode } from '@/lib/agreements/resend-signing-code';
import { refusalOf } from '@/lib/agreements/rules';
import { Refusal } from '@/lib/core/errors';
import { startPayment } from '@/lib/payments/start-payment';
import { nextPage } from '../../../next-page';
import { holder, idOf } from '../../holder';
import { signingCodeInput, signingInput } from '../../input';

/** Binds the card; the page then pays with it at one press. */
export const confirmAction = action({
  name: 'confirm card',
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
  input: signingCodeInput.required({ for: true }),
  may: holder,
  run: async ({ token, agreementId, code, for: channelAgreementId }, user): Promise<string> => {
    const userId = idOf(user);
    const signed = await confirmChannelSigning({ channelAgreementId, userId, code });
    if (signed.kind === 'failed') throw new Refusal(refusalOf(signed.reason), { agreementId });
    const paying = { token, method: 'card', agreementId, host: await readHost() } as const;
    redirect(nextPage(token, await startPayment({ ...paying, actor: { userId } })));
  },
});

export const resendAction = action({
  name: 'resend card code',
  input: signingInput,
  may: holder,
  run: async ({ agreementId, for: further }, user): Promise<string> => {
    const channel = further ? { channelAgreementId: further } : {};
    await resendSigningCode({ agreementId, userId: idOf(user), ...channel });
    return 'sent';
  },
});
