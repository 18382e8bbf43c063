import type { ChannelContract } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import type { ContractChannel } from './contract';
import type { ListedContract } from './listed-contract';
import type { ContractTerms } from './schema';
import { COLUMNS, toContract } from './store';

/** One change of a merchant's contract with a channel at a time; held until the transaction ends. */
export async function lockContracts(
  tx: Tx,
  channel: ContractChannel,
  merchantId: string | null,
): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM pg_advisory_xact_lock(hashtextextended(${`contract:${channel}:${merchantId ?? ''}`}, 0))`;
}

const LISTED = { ...COLUMNS, createdAt: true } satisfies Prisma.ChannelContractSelect;

const toListed = (row: Prisma.ChannelContractGetPayload<{ select: typeof LISTED }>) => {
  const contract = toContract(row);
  const channelContract = present(contract.channelContract, 'the number of a contract');
  return { ...contract, channelContract, merchantId: row.merchantId, since: row.createdAt };
};

/** The live one of exactly this merchant; null is the institution's for all. */
export async function selectOwnContract(
  channel: ContractChannel,
  merchantId: string | null,
  tx: Tx = db(),
): Promise<ListedContract | undefined> {
  const row = await tx.channelContract.findFirst({
    where: { channel, merchantId, endedAt: null },
    select: LISTED,
  });
  return row ? toListed(row) : undefined;
}

/** Whose contract it is; undefined when there is none of that id at that channel. */
export async function selectParty(
  tx: Tx,
  contractId: string,
  channel: ContractChannel,
): Promise<{ merchantId: string | null } | undefined> {
  const row = await tx.channelContract.findFirst({
    where: { id: contractId, channel },
    select: { merchantId: true },
  });
  return row ?? undefined;
}

/** The live contracts of merchants of their own, by merchant id. */
export async function selectOwnContracts(
  channel: ContractChannel,
  { after, limit }: { after?: string; limit: number },
): Promise<ListedContract[]> {
  const rows = await db().channelContract.findMany({
    where: { channel, endedAt: null, merchantId: { not: null, ...(after ? { gt: after } : {}) } },
    orderBy: { merchantId: 'asc' },
    take: limit,
    select: LISTED,
  });
  return rows.map(toListed);
}

export async function endContract(tx: Tx, contractId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE channel_contracts SET ended_at = clock_timestamp()
     WHERE id = ${contractId} AND ended_at IS NULL`;
}

export async function insertContract(
  tx: Tx,
  contract: {
    id: string;
    channel: ContractChannel;
    merchantId: string | null;
    channelContract: ChannelContract;
    terms: ContractTerms;
  },
): Promise<void> {
  const { id, channel, merchantId, channelContract, terms } = contract;
  const { permissions, least, most, ...plain } = terms;
  await tx.channelContract.create({
    data: {
      id,
      channel,
      merchantId,
      merchantNo: channelContract.merchantNo,
      tokenRequestor: channelContract.tokenRequestorId ?? null,
      ...accessColumns(channelContract.access),
      ...plain,
      permissions: [...permissions],
      leastMinor: least?.amountMinor ?? null,
      mostMinor: most?.amountMinor ?? null,
    },
    select: { id: true },
  });
}

function accessColumns(access: ChannelContract['access']) {
  switch (access.type) {
    case 'merchant':
      return { accessType: access.type };
    case 'institution':
      return {
        accessType: access.type,
        acquirerCode: access.acquirerCode,
        categoryCode: access.categoryCode,
        merchantName: access.merchantName,
        shortName: access.merchantShortName,
      };
    case 'platform':
      return {
        accessType: access.type,
        subMerchantNo: access.subMerchantNo,
        merchantName: access.subMerchantName,
        shortName: access.subMerchantShortName,
      };
  }
}
