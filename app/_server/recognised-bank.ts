import { getLocale, getTranslations } from 'next-intl/server';
import type { RecognisedBank } from '@/components/cashier/card-number-field';
import { BANKS } from '@/lib/agreements/banks';
import { recogniseCard } from '@/lib/agreements/card-rules';
import { Refusal } from '@/lib/core/errors';

/** Whose card a number is, in the reader's words. Refusals: not_a_card, card_unsupported. */
export async function recognisedBank(cardNo: string): Promise<RecognisedBank> {
  const card = recogniseCard(cardNo);
  if (card.kind !== 'card') throw new Refusal(card.kind);
  const { zh, en, colour } = BANKS[card.bank];
  const name = (await getLocale()) === 'en' ? en : zh;
  const cardType = (await getTranslations('cashier.cardType'))(card.cardType);
  return { code: card.bank, name, colour, cardType };
}
