import { inflateRawSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ZM_WIDTHS, ZME_WIDTHS } from '@/lib/sandbox/files/columns';
import { beijingStamp, type Fields } from '../../support/unionpay-merchant';
import { without } from './card-holder';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());
beforeEach(() => bench.call('POST', '/reset'));

const today = () => beijingStamp(3_600_000).slice(4, 8);

function download(changes: Fields = {}): Promise<Fields> {
  const { merchant } = bench;
  const about = merchant.query(merchant.consume(), {
    txnType: '76',
    txnSubType: '01',
    channelType: '07',
    settleDate: today(),
    fileType: '00',
    ...changes,
  });
  return merchant.send('file-download', without('orderId', about));
}

/** The files of a ZIP archive, found by its central directory. */
function unzip(zip: Buffer): Record<string, Buffer> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const files: Record<string, Buffer> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26);
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString();
    files[name] = inflateRawSync(zip.subarray(start, start + packed));
    at += 46 + nameLength;
  }
  return files;
}

/** The columns of each line, by their widths in bytes; the first is 1. */
function readLines(file: Buffer | undefined, widths: readonly number[]): string[][] {
  const length = widths.reduce((sum, width) => sum + width + 1, -1);
  const lines = (file ?? Buffer.alloc(0)).toString('latin1').split('\r\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    expect(line).toHaveLength(length);
    let at = 0;
    const columns = widths.map((width) => {
      const column = line.slice(at, at + width);
      at += width + 1;
      return new TextDecoder('gbk').decode(Buffer.from(column, 'latin1')).trim();
    });
    return ['', ...columns];
  });
}

async function readFiles(answer: Fields) {
  const files = unzip(inflateSync(Buffer.from(answer.fileContent ?? '', 'base64')));
  const [zm = '', zme = ''] = Object.keys(files);
  return {
    names: [zm, zme],
    zm: readLines(files[zm], ZM_WIDTHS),
    zme: readLines(files[zme], ZME_WIDTHS),
  };
}

test('the day’s file holds what really succeeded, with its fees, and nothing else', async () => {
  const { fields, order } = await bench.pay({ txnAmt: '10000' });
  await bench.pay({ txnAmt: '1' });
  const declined = bench.merchant.consume();
  await bench.merchant.front(declined);
  await bench.call('POST', `/orders/${declined.orderId}/decline`, {});
  const refund = bench.merchant.refund(order.queryId ?? '', { txnAmt: '300' });
  await bench.merchant.send('backTransReq', refund);
  await bench.noticesEnded(refund.orderId);

  const answer = await download();
  const merId = '777290058110048';
  expect(answer).toMatchObject({ respCode: '00', fileName: `${merId}_${today()}.zip` });
  const { names, zm, zme } = await readFiles(answer);
  const day = beijingStamp(3_600_000).slice(2, 8);
  expect(names).toEqual([`INN${day}88ZM_${merId}`, `INN${day}88ZME_${merId}`]);
  expect(zme).toEqual([]);
  const columns = [1, 7, 10, 12, 16, 17, 20, 21, 22, 27, 28];
  const paid = zm.find((line) => line[12] === fields.orderId) ?? [];
  expect(columns.map((column) => paid[column])).toEqual([
    'S22',
    '000000010000',
    order.queryId,
    fields.orderId,
    'D000000000050',
    'C000000009950',
    '01',
    '01',
    '000201',
    '',
    merId,
  ]);
  expect(paid[6]).toBe('620000******0005');
  expect(paid[13]).toBe('01');
  const back = zm.find((line) => line[12] === refund.orderId) ?? [];
  expect([back[1], back[7], back[16], back[17], back[27]]).toEqual([
    'S04',
    '000000000300',
    'D000000000000',
    'D000000000300',
    order.queryId,
  ]);
  expect(zm).toHaveLength(3);
});

test('a script leaves a payment out of the file, or tells it as an adjustment', async () => {
  await bench.script({ amount: '200' }, { statement: 'missing' });
  await bench.script({ amount: '201' }, { statement: 'adjusted' });
  await bench.pay({ txnAmt: '200' });
  await bench.pay({ txnAmt: '201' });
  const { zm, zme } = await readFiles(await download());
  expect(zm.map((line) => line[7])).toEqual(['000000000201']);
  expect(zme.map((line) => line[7])).toEqual(['000000000201']);
});

test('a day without transactions has no file (98), and a script can keep any file back', async () => {
  expect((await download()).respCode).toBe('98');
  await bench.pay();
  expect((await download({ settleDate: '0229' })).respCode).toBe('98');
  expect((await download({ settleDate: '1301' })).respCode).toBe('10');
  await bench.script({ any: true, kind: 'file' }, { outcome: 'refuse', respCode: '98' }, 1);
  expect((await download()).respCode).toBe('98');
  await bench.script({ any: true, kind: 'file' }, { lose: 'reply' }, 1);
  await expect(download()).rejects.toThrow('fetch failed');
  expect((await download()).respCode).toBe('00');
});

test('institutions and platforms name their shops (13), and get files of their own', async () => {
  const asInstitution = { merId: '777290058110097', accessType: '1', acqInsCode: '00010000' };
  const shop = { merCatCode: '5311', merName: '测试百货', merAbbr: '百货' };
  const asPlatform = { merId: '777290058135880', accessType: '2' };
  const subMerchant = { subMerId: '10001', subMerName: '水果店', subMerAbbr: '水果' };
  const front = async (changes: Fields) => {
    const response = await bench.merchant.front(bench.merchant.consume(changes));
    if (response.status === 302) return '00';
    return /respCode=(\w\w)/.exec(await response.text())?.[1];
  };
  expect(await front(asInstitution)).toBe('13');
  expect(await front({ ...asInstitution, ...shop, acqInsCode: '00019999' })).toBe('31');
  expect(await front({ ...asInstitution, ...shop })).toBe('00');
  expect(await front(asPlatform)).toBe('13');
  expect(await front({ merId: asPlatform.merId })).toBe('31');
  await bench.pay({ ...asPlatform, ...subMerchant });
  const { zm } = await readFiles(await download(asPlatform));
  expect(zm.map((line) => [line[28], line[30], line[31]])).toEqual([
    [asPlatform.merId, '10001', '水果'],
  ]);
  expect((await download()).respCode).toBe('98');
});
