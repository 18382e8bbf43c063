'use server';

import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { action } from '@/app/_server/action';
import type { RecognisedBank } from '@/components/cashier/card-number-field';
import { BANKS } from '@/lib/agreements/banks';
import { recogniseCard } from '@/lib/agreements/card-rules';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { startSigning } from '@/lib/agreements/start-signing';
import { Refusal } from '@/lib/core/errors';
import { elementsOf } from './elements-of';
import { holder, idOf } from './holder';
import { bindInput, cardInput, recogniseInput } from './input';
import { orderMerchant } from './order-merchant';

/** Whose card a number is; nothing is kept and nobody is asked. */
export const recogniseAction = action({
  name: 'recognise card',
  input: recogniseInput,
  may: holder,
  run: async ({ cardNo }): Promise<RecognisedBank> => {
    const card = recogniseCard(cardNo);
    if (card.kind !== 'card') throw new Refusal(card.kind);
    const { zh, en, colour } = BANKS[card.bank];
    const name = (await getLocale()) === 'en' ? en : zh;
    return { name, colour, cardType: (await getTranslations('cashier.cardType'))(card.cardType) };
  },
});

/** The four elements in, a code on its way. */
export const bindAction = action({
  name: 'bind card',
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
