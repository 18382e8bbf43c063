import type { MethodCode } from '@/lib/methods/rank-methods';

/** The ground of each method's mark: white is seen on it, and it is seen on light and dark cards. */
export const METHOD_GROUNDS: Readonly<Record<MethodCode, string>> = {
  balance: '#c77700',
  quickpass: '#d0202b',
  card: '#275fd4',
  carrier: '#0a7a5a',
};
