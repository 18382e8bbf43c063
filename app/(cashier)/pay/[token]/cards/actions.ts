'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { recognisedBank } from '@/app/_server/recognised-bank';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { startSigning } from '@/lib/agreements/start-signing';
import { moneyAfter } from '../money-after';
import { elementsOf } from './elements-of';
import { holder, idOf } from './holder';
import { bindInput, cardInput, recogniseInput } from './input';
import { orderMerchant } from './order-merchant';

/** Whose card a number is; nothing is kept and nobody is asked. */
export const recogniseAction = action({
  name: 'recognise card',
  input: recogniseInput,
  may: holder,
  run: ({ cardNo }) => recognisedBank(cardNo),
});

/** The four elements in, a code on its way. */
export const bindAction = action({
  name: 'bind card',
  after: moneyAfter,
  input: bindInput,
  may: holder,
  run: async (input, user): Promise<string> => {
    const { token, consent: consentVersion } = input;
    const [merchant, userId] = [await orderMerchant(token), idOf(user)];
    const elements = await elementsOf(input, userId);
    const asked = { ...merchant, userId, elements, consentVersion };
    const { agreementId, unsure } = await startSigning(asked);
    redirect(`/pay/${token}/cards/${agreementId}/code${unsure ? '?unsure=1' : ''}`);
  },
});

export const unbindAction = action({
  name: 'unbind card',
  input: cardInput,
  may: holder,
  run: async ({ token, agreementId }, user): Promise<string> => {
    await endAgreement({ agreementId, by: { userId: idOf(user) } });
    redirect(`/pay/${token}/cards?done=unbound`);
  },
});
