import { isRefusal } from '@/lib/core/errors';
import { getOwnAccount } from '@/lib/wallets/get-own-account';
import { listMovements } from '@/lib/wallets/list-movements';

const PAGE = 20;

/** A page of one of the user's own statements; undefined for what is not theirs to see. */
export async function loadStatement(asked: {
  userId: string;
  customerId: string | undefined;
  before: string | undefined;
}) {
  try {
    const { account, merchant } = await getOwnAccount(asked);
    return { ...(await listMovements({ account, before: asked.before, limit: PAGE })), merchant };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** The address of a statement, of a further page of it, or of the whole as a file. */
export function statementLink(to: { account?: string; before?: string; file?: boolean }): string {
  const { file, ...params } = to;
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given as [string, string][]).toString();
  return `/wallet/statement${file ? '.csv' : ''}${query && `?${query}`}`;
}
