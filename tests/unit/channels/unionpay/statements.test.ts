import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import { download } from '@/tests/support/unionpay-calls';
import {
  adjustmentLine,
  type FileParts,
  fileContentOf,
  settledLine,
} from '@/tests/support/unionpay-file';
import { startUnionPayGateway, type UnionPayGateway } from '@/tests/support/unionpay-gateway';

let gateway: UnionPayGateway;
beforeAll(async () => {
  gateway = await startUnionPayGateway();
});
afterAll(() => gateway.close());

const get = async (parts: FileParts, day?: string) => {
  const fileName = '777290058110048_1120.zip';
  gateway.answers({ respCode: '00', fileName, fileContent: fileContentOf(parts) });
  return download(gateway.adapter, day);
};
const UNREADABLE = { kind: 'unknown', cause: 'unreadable' };

test('a file is asked for by its clearing day and by no number of ours', async () => {
  await get({});
  const { path, fields } = gateway.last();
  expect(path).toBe('/');
  expect(fields).toMatchObject({
    txnType: '76',
    txnSubType: '01',
    settleDate: '1120',
    fileType: '00',
  });
  expect(fields).not.toHaveProperty('orderId');
});

test('every settled transaction is told exactly, with its fee and what it belongs to', async () => {
  const refund = {
    5: '1119233000',
    7: '000000000800',
    10: '321804041753096282029',
    12: 'r0000000000000000001',
    13: '02',
    16: 'C000000000005',
    17: 'D000000000795',
    20: '04',
    27: '321804041753096282028',
  };
  const answer = await get({ settled: [settledLine(), settledLine(refund)] });
  expect(answer).toMatchObject({ kind: 'file', fileName: '777290058110048_1120.zip' });
  expect(answer?.kind === 'file' && answer.lines).toEqual([
    {
      kind: 'payment',
      channelOrderNo: 'p0000000000000000001',
      channelRef: '321804041753096282028',
      amount: cny(6_800n),
      fee: cny(41n),
      cardType: 'debit',
      at: new Date('2026-11-20T04:00:00Z'),
    },
    {
      kind: 'refund',
      channelOrderNo: 'r0000000000000000001',
      channelRef: '321804041753096282029',
      amount: cny(800n),
      fee: cny(-5n),
      originalRef: '321804041753096282028',
      cardType: 'credit',
      // The evening before belongs to the day.
      at: new Date('2026-11-19T15:30:00Z'),
    },
  ]);
});

test.each([
  ['31', 'undo'],
  ['12', 'payout'],
])('transaction type %s is %s', async (type, kind) => {
  const answer = await get({ settled: [settledLine({ 20: type })] });
  expect(answer).toMatchObject({ kind: 'file', lines: [{ kind }] });
});

test('corrections after the fact are told beside it, and none is usual', async () => {
  const settled = [settledLine()];
  expect(await get({ settled })).toMatchObject({ kind: 'file', adjustments: [] });
  expect(await get({ settled, adjusted: [] })).toMatchObject({ kind: 'file', adjustments: [] });
  expect(await get({ settled, adjusted: [adjustmentLine()] })).toMatchObject({
    adjustments: [
      {
        code: 'E74',
        reason: '24',
        traceNo: '628999',
        originalTraceNo: '628202',
        amount: cny(6_800n),
        fee: cny(-41n),
        net: cny(-6_759n),
      },
    ],
  });
});

test('a day without a single transaction is a file with no lines', async () => {
  expect(await get({})).toMatchObject({ kind: 'file', lines: [] });
});

test('the evening of 31 December is in the first file of the new year', async () => {
  const settled = [settledLine({ 5: '1231233000' }), settledLine({ 5: '0101120000' })];
  expect(await get({ settled, date: '270101' }, '2027-01-01')).toMatchObject({
    lines: [{ at: new Date('2026-12-31T15:30:00Z') }, { at: new Date('2027-01-01T04:00:00Z') }],
  });
});

test('an archive that stores instead of packing is read, too', async () => {
  expect(await get({ settled: [settledLine()], stored: true })).toMatchObject({ kind: 'file' });
});

test.each([
  ['amount', { 7: '00000000680x' }],
  ['amount', { 7: '000000000000' }],
  ['amount', { 7: '6800' }],
  ['fee', { 16: '0000000000041' }],
  ['net', { 17: '' }],
  ['type', { 20: '99' }],
  ['time', { 5: '1320120000' }],
  ['time', { 5: '1131120000' }],
  ['order number', { 12: '' }],
  ['reference', { 10: '' }],
  ['owner', { 28: '777290058110097' }],
])(
  'one line with another %s than there can be (%j) and the whole file is refused',
  async (_, change) => {
    const settled = [settledLine(), settledLine(change), settledLine()];
    expect(await get({ settled })).toMatchObject(UNREADABLE);
  },
);

test('a line that is too short, out of its columns or not GBK refuses the file', async () => {
  const good = settledLine();
  const notGbk = Buffer.from(good);
  notGbk[good.length - 2] = 0x81;
  for (const bad of [
    good.subarray(0, 200),
    Buffer.concat([Buffer.from(' '), good]),
    Buffer.concat([good.subarray(0, 3), good.subarray(4)]),
    notGbk,
  ]) {
    expect(await get({ settled: [good, bad] })).toMatchObject(UNREADABLE);
  }
  const adjusted = [adjustmentLine({ 16: 'X000000006759' })];
  expect(await get({ settled: [good], adjusted })).toMatchObject(UNREADABLE);
});

test('the file of another day or merchant, and a broken archive, are refused', async () => {
  const settled = [settledLine()];
  expect(await get({ settled, date: '251120' })).toMatchObject(UNREADABLE);
  expect(await get({ settled, owner: '777290058110097' })).toMatchObject(UNREADABLE);
  expect(await get({ settled, crc: 1 })).toMatchObject(UNREADABLE);
  const archive = Buffer.from(fileContentOf({ settled }), 'base64');
  for (const fileContent of [
    undefined,
    'garbage',
    archive.subarray(0, archive.length / 2).toString('base64'),
    deflateSync('PK').toString('base64'),
  ]) {
    gateway.answers({ respCode: '00', fileContent });
    expect(await download(gateway.adapter)).toMatchObject(UNREADABLE);
  }
});

test('98 is a file that is not there; another refusal decides nothing', async () => {
  gateway.answers({ respCode: '98' });
  expect(await download(gateway.adapter)).toMatchObject({ kind: 'absent' });
  gateway.answers({ respCode: '37' });
  expect(await download(gateway.adapter)).toMatchObject(UNREADABLE);
  gateway.answers({ respCode: '98', settleDate: '1121' });
  expect(await download(gateway.adapter)).toMatchObject(UNREADABLE);
});

test('twenty thousand lines are read whole, and add up', async () => {
  const settled = Array.from({ length: 20_000 }, (_, index) =>
    settledLine({ 12: `p${String(index).padStart(19, '0')}` }),
  );
  const answer = await get({ settled });
  if (answer?.kind !== 'file') throw new Error(JSON.stringify(answer));
  const sum = answer.lines.reduce((total, { amount }) => total + amount.amountMinor, 0n);
  expect(sum).toBe(136_000_000n);
});
