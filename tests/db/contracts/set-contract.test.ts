import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelContract } from '@/lib/channels/port';
import { closeContract } from '@/lib/contracts/close-contract';
import type { ContractChannel } from '@/lib/contracts/contract';
import { findContract } from '@/lib/contracts/find-contract';
import { getContract } from '@/lib/contracts/get-contract';
import { listContracts } from '@/lib/contracts/list-contracts';
import type { ContractTerms } from '@/lib/contracts/schema';
import { setContract } from '@/lib/contracts/set-contract';
import { setContractTerms } from '@/lib/contracts/set-contract-terms';
import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { refusalCode } from '@/tests/support/refusal-code';

const by = { id: 'usr_operator', staffRole: 'operator' } as const;
const AGREED = { by, cause: 'new price list' };
const PLATFORM = {
  merchantNo: '777290058135880',
  tokenRequestorId: '62000000001',
  access: {
    type: 'platform',
    subMerchantNo: 'SUB00001',
    subMerchantName: '禾木小店',
    subMerchantShortName: '禾木',
  },
} as const satisfies ChannelContract;
const TERMS: ContractTerms = {
  permissions: ['qr', 'token'],
  debitCostMillionths: 3_800,
  creditCostMillionths: 5_500,
  least: cny(100n),
  most: cny(5_000_000n),
  hours: '06:00-24:00',
};

let merchantId: string;
beforeEach(async () => {
  merchantId = (await seedMerchant({})).id;
});
const agree = (terms: Partial<ContractTerms> = {}, of: string | null = merchantId) =>
  setContract({
    ...AGREED,
    channel: 'unionpay',
    merchantId: of,
    channelContract: PLATFORM,
    terms: { ...TERMS, ...terms },
  });
const change = (contractId: string | null, terms: Partial<ContractTerms> = {}) =>
  setContractTerms({
    ...AGREED,
    channel: 'unionpay',
    contractId,
    terms: { ...TERMS, ...terms },
  });
const find = (of = merchantId) => findContract({ merchantId: of, channel: 'unionpay' });
/** Leaves every merchant the environment's contract again. */
const endShared = () =>
  db()
    .$executeRaw`UPDATE channel_contracts SET ended_at = now() WHERE merchant_id IS NULL AND ended_at IS NULL`;

describe('a contract', () => {
  test('holds from now on as it was agreed, and is on record with who and why', async () => {
    const id = await agree();
    expect(await find()).toEqual({
      ...TERMS,
      id,
      channel: 'unionpay',
      channelContract: PLATFORM,
    });
    const records = await db().transition.findMany({
      where: { subjectType: 'contract', subjectId: `unionpay:${merchantId}` },
    });
    expect(records).toMatchObject([
      {
        event: 'agree',
        fromState: 'environment',
        toState: id,
        actor: 'usr_operator',
        cause: 'new price list',
      },
    ]);
  });

  test('ends the one before, which what ran under it still finds', async () => {
    const first = await agree();
    const second = await agree({ permissions: [] });
    expect((await find())?.id).toBe(second);
    expect(await getContract(first, 'unionpay')).toMatchObject(TERMS);
    const ended = await db().channelContract.findUniqueOrThrow({ where: { id: first } });
    expect(ended.endedAt).not.toBeNull();
  });

  test('of a merchant’s own goes before the one for all, and other merchants keep that', async () => {
    const other = (await seedMerchant({})).id;
    const shared = await agree({ debitCostMillionths: 1 }, null);
    const own = await agree();
    expect((await find())?.id).toBe(own);
    expect((await find(other))?.id).toBe(shared);
    await endShared();
    expect((await find(other))?.id).toBeNull();
  });

  test('is one at a time, however many agree one at the same moment', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => agree()));
    const live = await db().channelContract.findMany({ where: { merchantId, endedAt: null } });
    expect(live).toHaveLength(1);
    expect(made).toContain(live[0]?.id);
    expect(await db().channelContract.count({ where: { merchantId } })).toBe(6);
  });

  test('that makes no sense is refused', async () => {
    const bad: Partial<ContractTerms>[] = [
      { least: cny(2n), most: cny(1n) },
      { least: cny(0n) },
      { debitCostMillionths: -1 },
      { hours: '9-17' },
      { hours: '24:00-06:00' },
      { permissions: ['silent_signing'] },
    ];
    for (const terms of bad) expect(await refusalCode(agree(terms))).toBe('invalid_request');
    expect(await refusalCode(agree({}, 'mer_nobody'))).toBe('merchant_not_found');
    const { access } = PLATFORM;
    const foreign: [ContractChannel, ChannelContract][] = [
      ['unionpay', { ...PLATFORM, merchantNo: '77729005813588' }],
      ['unionpay', { ...PLATFORM, access: { ...access, subMerchantShortName: '禾'.repeat(6) } }],
      ['netsunion', { merchantNo: PLATFORM.merchantNo, access }],
      ['netsunion', { ...PLATFORM, access: { type: 'merchant' } }],
    ];
    for (const [channel, channelContract] of foreign) {
      const terms: ContractTerms = { ...TERMS, permissions: ['token'] };
      const given = { ...AGREED, channel, merchantId, channelContract, terms };
      expect(await refusalCode(setContract(given))).toBe('invalid_request');
    }
    expect(await db().channelContract.count({ where: { merchantId } })).toBe(0);
  });
});

describe('the end of a merchant’s own contract', () => {
  const close = (contractId: string) =>
    closeContract({ ...AGREED, channel: 'unionpay', contractId });

  test('leaves the one for all, is on record, and takes nothing from what ran under it', async () => {
    const id = await agree();
    await close(id);
    expect((await find())?.id).toBeNull();
    expect(await getContract(id, 'unionpay')).toMatchObject(TERMS);
    const records = await db().transition.findMany({
      where: { subjectType: 'contract', subjectId: `unionpay:${merchantId}`, event: 'end' },
    });
    expect(records).toMatchObject([
      { fromState: id, toState: 'environment', actor: 'usr_operator', cause: 'new price list' },
    ]);
    const next = await agree();
    expect((await find())?.id).toBe(next);
  });

  test('comes once, and not to one that was replaced meanwhile', async () => {
    const first = await agree();
    const second = await change(first);
    expect(await refusalCode(close(first))).toBe('state_conflict');
    const ends = await Promise.allSettled([close(second), close(second), close(second)]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('never comes to the one for all merchants, nor at another channel', async () => {
    const shared = await agree({}, null);
    expect(await refusalCode(close(shared))).toBe('not_found');
    await endShared();
    const contractId = await agree();
    const elsewhere = closeContract({ ...AGREED, channel: 'netsunion', contractId });
    expect(await refusalCode(elsewhere)).toBe('not_found');
    expect((await find())?.id).toBe(contractId);
  });
});

describe('other terms', () => {
  test('come under the same number at the channel', async () => {
    const first = await agree();
    const second = await change(first, { debitCostMillionths: 0, hours: null });
    expect(await find()).toMatchObject({
      id: second,
      channelContract: PLATFORM,
      debitCostMillionths: 0,
      hours: null,
    });
  });

  test('of a contract that somebody else has replaced meanwhile are refused', async () => {
    const first = await agree();
    const changes = await Promise.allSettled([change(first), change(first), change(first)]);
    expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalCode(change(first))).toBe('state_conflict');
    expect(await refusalCode(change('ctr_nobody'))).toBe('not_found');
  });

  test('of the environment’s contract become a contract for all', async () => {
    const before = await find();
    expect(before?.id).toBeNull();
    const id = await change(null, { permissions: ['qr'] });
    expect(await find()).toMatchObject({ id, permissions: ['qr'] });
    expect((await find())?.channelContract?.access).toEqual({ type: 'merchant' });
    expect(await refusalCode(change(null))).toBe('state_conflict');
    await endShared();
  });
});

test('contracts are listed with whose they are, the one for all apart', async () => {
  const others = await Promise.all([seedMerchant({}), seedMerchant({})]);
  const parties = [merchantId, ...others.map(({ id }) => id)].sort();
  for (const party of parties) await agree({}, party);
  const first = await listContracts({
    channel: 'unionpay',
    after: before(parties[0]),
    limit: 2,
    by,
  });
  expect(first.shared).toMatchObject({ id: null, merchantId: null, since: null });
  expect(first.shared.channelContract.access.type).toBe('merchant');
  expect(first.own.map((one) => one.merchantId)).toEqual(parties.slice(0, 2));
  const rest = await listContracts({ channel: 'unionpay', after: first.next ?? '', limit: 50, by });
  expect(rest.own[0]).toMatchObject({ ...TERMS, merchantId: parties[2] });
});

/** A cursor just before that merchant. */
const before = (id = '') =>
  `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) - 1)}`;
