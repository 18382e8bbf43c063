import { cny, type Money } from '@/lib/money/money';
import type { AccountRef, Subject } from './chart';
import { sentenceOfEntry } from './sentence';

/** A line as stores select it beside its entry; the amount as text, which JSON cannot bend. */
export interface LineJson {
  accountId: string;
  subject: Subject;
  owner: string;
  side: 'debit' | 'credit';
  amountMinor: string;
}

/** An entry with everything that there is to say about it. */
export interface EntryDetail {
  id: string;
  entryKey: string;
  event: string;
  businessRef: string;
  postedAt: Date;
  /** YYYY-MM-DD, Beijing time. */
  accountingDate: string;
  /** The entry that this one takes back, and the one that takes this one back. */
  reverses: string | null;
  reversedBy: string | null;
  sentence: { zh: string; en: string };
  lines: { accountId: string; account: AccountRef; side: 'debit' | 'credit'; amount: Money }[];
}

/** What an entry says in both languages. */
export function sentencesOf(event: string, lines: LineJson[]): { zh: string; en: string } {
  const told = {
    event,
    lines: lines.map(({ subject, side, amountMinor }) => ({
      subject,
      side,
      amountMinor: BigInt(amountMinor),
    })),
  };
  return { zh: sentenceOfEntry(told, 'zh-CN'), en: sentenceOfEntry(told, 'en') };
}

export const entryDetailOf = ({
  lines,
  ...entry
}: Omit<EntryDetail, 'sentence' | 'lines'> & { lines: LineJson[] }): EntryDetail => ({
  ...entry,
  sentence: sentencesOf(entry.event, lines),
  lines: lines.map(({ accountId, subject, owner, side, amountMinor }) => ({
    accountId,
    account: { subject, owner },
    side,
    amount: cny(BigInt(amountMinor)),
  })),
});
