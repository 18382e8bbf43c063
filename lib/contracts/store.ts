import type { ChannelContract } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { PERMISSIONS } from '@/lib/core/permissions';
import { readRows } from '@/lib/core/read-rows';
import { columnsOf } from '@/lib/core/sql-columns';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import type { Contract, ContractChannel } from './contract';

export const COLUMNS = {
  id: true,
  merchantId: true,
  channel: true,
  merchantNo: true,
  accessType: true,
  acquirerCode: true,
  categoryCode: true,
  merchantName: true,
  shortName: true,
  subMerchantNo: true,
  tokenRequestor: true,
  permissions: true,
  debitCostMillionths: true,
  creditCostMillionths: true,
  leastMinor: true,
  mostMinor: true,
  hours: true,
} satisfies Prisma.ChannelContractSelect;
type Row = Prisma.ChannelContractGetPayload<{ select: typeof COLUMNS }>;

const accessOf = (row: Row): ChannelContract['access'] => {
  const text = (value: string | null) => present(value, `a name in contract ${row.id}`);
  switch (row.accessType) {
    case 'merchant':
      return { type: 'merchant' };
    case 'institution':
      return {
        type: 'institution',
        acquirerCode: text(row.acquirerCode),
        categoryCode: text(row.categoryCode),
        merchantName: text(row.merchantName),
        merchantShortName: text(row.shortName),
      };
    case 'platform':
      return {
        type: 'platform',
        subMerchantNo: text(row.subMerchantNo),
        subMerchantName: text(row.merchantName),
        subMerchantShortName: text(row.shortName),
      };
  }
};

export const toContract = (row: Row): Contract => ({
  id: row.id,
  // Written by this module only.
  channel: row.channel as ContractChannel,
  permissions: PERMISSIONS.filter((permission) => row.permissions.includes(permission)),
  channelContract: {
    merchantNo: row.merchantNo,
    access: accessOf(row),
    ...(row.tokenRequestor ? { tokenRequestorId: row.tokenRequestor } : {}),
  },
  debitCostMillionths: row.debitCostMillionths,
  creditCostMillionths: row.creditCostMillionths,
  least: row.leastMinor === null ? null : cny(row.leastMinor),
  most: row.mostMinor === null ? null : cny(row.mostMinor),
  hours: row.hours,
});

/**
 * Each channel's live contract, of the merchant itself, else the institution's for all; with the newest
 * certificate that card data is to be encrypted for, where the channel has sent one. `liveOnly`: none at all for a
 * merchant whose money is not real.
 */
export async function selectLiveContracts(
  channels: readonly ContractChannel[],
  { merchantId, liveOnly }: { merchantId: string; liveOnly: boolean },
): Promise<{ channel: ContractChannel; contract?: Contract; pem: string | null }[]> {
  const rows = await readRows<LiveRow>(
    'live_contracts',
    Prisma.sql`
      SELECT here.channel::text AS here, newest.pem, ${columnsOf(COLUMNS, 'live')}
        FROM unnest(${[...channels]}::channel[]) AS here (channel)
        LEFT JOIN LATERAL (
               SELECT * FROM channel_contracts c
                WHERE c.channel = here.channel AND c.ended_at IS NULL
                  AND (c.merchant_id = ${merchantId} OR c.merchant_id IS NULL)
                ORDER BY c.merchant_id NULLS LAST LIMIT 1) live ON true
        LEFT JOIN LATERAL (
               SELECT pem FROM channel_certificates
                WHERE channel = here.channel ORDER BY received_at DESC LIMIT 1) newest ON true
       WHERE NOT ${liveOnly}
          OR EXISTS (SELECT FROM merchants WHERE id = ${merchantId} AND mode = 'live')`,
  );
  return rows.map(({ here: channel, pem, ...row }) =>
    row.id === null ? { channel, pem } : { channel, pem, contract: toContract(row) },
  );
}

type LiveRow = { here: ContractChannel; pem: string | null } & (Row | { id: null });

/** Also one that has ended: what ran under it still has to be asked about. */
export async function selectContract(id: string, tx: Tx = db()): Promise<Contract> {
  const row = await tx.channelContract.findUnique({ where: { id }, select: COLUMNS });
  return toContract(present(row, `contract ${id}`));
}

/** Contracts that are live, or ended within the last days; all of a number end up together. */
export async function selectRecentContracts(
  channel: ContractChannel,
  days: number,
): Promise<Contract[]> {
  const recent = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM channel_contracts WHERE channel = ${channel}::channel
       AND (ended_at IS NULL OR ended_at > clock_timestamp() - make_interval(days => ${days}::int))`;
  const where = { id: { in: recent.map(({ id }) => id) } };
  const rows = await db().channelContract.findMany({
    where,
    select: COLUMNS,
    orderBy: { id: 'asc' },
  });
  return rows.map(toContract);
}
