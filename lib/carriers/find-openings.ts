import { type Money, sameMoney } from '@/lib/money/money';
import { selectPrices } from './line-store';

/**
 * Before any number is known: could some phone be charged exactly this amount, what is the dearest
 * price (单笔上限), and which are there, the cheapest first?
 */
export async function findOpenings({
  amount,
  periodic,
}: {
  amount: Money;
  periodic: boolean;
}): Promise<{ open: boolean; most: Money | null; prices: Money[] }> {
  const prices = await selectPrices({ periodic });
  return {
    open: prices.some((price) => sameMoney(price, amount)),
    most: prices.at(-1) ?? null,
    prices,
  };
}
