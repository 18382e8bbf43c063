import { countBooks, selectFindings } from './store';

export interface BooksReport {
  /** Each thing that is wrong; none is the only good answer. */
  findings: { code: string; detail: string }[];
  entries: number;
  accounts: number;
}

/** Entries balance, balances equal their lines, no user's account is below zero, paid orders are booked. */
export async function checkBooks(): Promise<BooksReport> {
  const [findings, counts] = await Promise.all([selectFindings(), countBooks()]);
  return { findings, ...counts };
}
