import type { MethodCode } from '@/lib/methods/rank-methods';

export interface MethodRow {
  method: MethodCode;
  name: string;
  detail: string;
  /** A word each: recommended, used last. */
  tags: string[];
  /** What is to be had by paying this way. */
  promotion?: string;
  /** It will take nothing before long. */
  soon?: string;
  /** Why it cannot pay the rest beside a balance, where one may pay a part. */
  notWithBalance?: string;
  /** It is known beforehand that paying this way takes a code. */
  needsCode: boolean;
}

/** So many ways are in sight; a choice among few is made sooner. */
const IN_SIGHT = 3;

/** Which rows are in sight, which are folded away, which is chosen, and whether the fold is open for it. */
export function foldRows<Row extends Pick<MethodRow, 'method'>>(
  rows: readonly Row[],
  chosen?: MethodCode,
): { shown: Row[]; folded: Row[]; first: MethodCode | undefined; open: boolean } {
  const shown = rows.slice(0, IN_SIGHT);
  const folded = rows.slice(IN_SIGHT);
  const known = rows.some(({ method }) => method === chosen);
  const first = known ? chosen : rows[0]?.method;
  return { shown, folded, first, open: folded.some(({ method }) => method === first) };
}
