import type { Payee } from '@/lib/payouts/payee';

/** "招商银行 ··4821": enough for two people to mean the same card. */
export function payeeName(payee: Payee, balance: string): string {
  if (payee.kind === 'balance') return balance;
  const tail = payee.cardMasked?.slice(-4) ?? '';
  return [payee.bankName, tail && `··${tail}`].filter(Boolean).join(' ');
}

/** "7f3a·91c0": what two people can read to each other; the whole hash is what is checked. */
export const digestOf = (hash: string): string => `${hash.slice(0, 4)}·${hash.slice(4, 8)}`;
