import { expect, test } from 'vitest';
import zh from '@/app/_messages/zh-CN/office.json';
import { agreeContractInput } from '@/app/(office)/office/channels/new/input';

const TERMS = { debitCost: '0.38', creditCost: '0.5', least: '', most: '', hours: '' };
const TYPED = {
  ...TERMS,
  channel: 'unionpay',
  merchantId: 'mer_hemu',
  merchantNo: '777290058110048',
  tokenRequestorId: '',
  accessType: 'merchant',
  cause: '新签',
  qr: 'on',
};
const INSTITUTION = {
  ...TYPED,
  accessType: 'institution',
  acquirerCode: '01020304',
  categoryCode: '5411',
  merchantName: '禾木小店（杭州）',
  merchantShortName: '禾木',
};
const PLATFORM = {
  ...TYPED,
  accessType: 'platform',
  subMerchantNo: 'SUB00001',
  subMerchantName: '禾木小店',
  subMerchantShortName: '禾木',
};
const problems = (typed: Record<string, string>) =>
  agreeContractInput.safeParse(typed).error?.issues.map(({ path, message }) => [path[0], message]);

test('the fields of the chosen access are taken, and those of the others left alone', () => {
  const parsed = agreeContractInput.parse({ ...INSTITUTION, subMerchantNo: '?' });
  expect(parsed.channelContract).toEqual({
    merchantNo: '777290058110048',
    access: {
      type: 'institution',
      acquirerCode: '01020304',
      categoryCode: '5411',
      merchantName: '禾木小店（杭州）',
      merchantShortName: '禾木',
    },
  });
  expect(parsed.terms).toMatchObject({ permissions: ['qr'], debitCostMillionths: 3_800 });
  expect(agreeContractInput.parse(PLATFORM).channelContract.access).toEqual({
    type: 'platform',
    subMerchantNo: 'SUB00001',
    subMerchantName: '禾木小店',
    subMerchantShortName: '禾木',
  });
});

test('numbers are taken as a Chinese keyboard writes them', () => {
  const parsed = agreeContractInput.parse({
    ...TYPED,
    merchantNo: ' ７７７２９００５８１１００４８ ',
    tokenRequestorId: '６２００００００００１',
  });
  expect(parsed.channelContract).toEqual({
    merchantNo: '777290058110048',
    tokenRequestorId: '62000000001',
    access: { type: 'merchant' },
  });
});

test.each([
  ['a number of 14 characters', TYPED, 'merchantNo', '77729005811004'],
  ['a number of 16 characters', TYPED, 'merchantNo', '7772900581100480'],
  ['letters as a token requestor', TYPED, 'tokenRequestorId', '62A'],
  ['an acquirer of 7 characters', INSTITUTION, 'acquirerCode', '0102030'],
  ['an acquirer of 12 characters', INSTITUTION, 'acquirerCode', '010203040506'],
  ['a category of 3 digits', INSTITUTION, 'categoryCode', '541'],
  ['a name of 14 Chinese characters', INSTITUTION, 'merchantName', '店'.repeat(14)],
  ['a name with punctuation of the protocol', INSTITUTION, 'merchantName', 'A&B'],
  ['a short name of 6 Chinese characters', INSTITUTION, 'merchantShortName', '店'.repeat(6)],
  ['a sub-merchant of 4 characters', PLATFORM, 'subMerchantNo', 'SUB1'],
  ['a sub-merchant’s name of 41 letters', PLATFORM, 'subMerchantName', 'a'.repeat(41)],
  ['a sub-merchant’s short name of 17 letters', PLATFORM, 'subMerchantShortName', 'a'.repeat(17)],
])('%s is said to be wrong beside its field, in words', (_name, typed, field, value) => {
  expect(problems({ ...typed, [field]: value })).toEqual([
    [field, `office.contract.format.${field}`],
  ]);
  expect(zh.contract.format).toHaveProperty(field);
});

test('each field that the chosen access needs is asked for', () => {
  const { acquirerCode: _acquirer, ...typed } = INSTITUTION;
  expect(problems({ ...typed, merchantNo: '', categoryCode: '', merchantShortName: ' ' })).toEqual([
    ['merchantNo', 'common.problem.required'],
    ['acquirerCode', 'common.problem.required'],
    ['categoryCode', 'common.problem.required'],
    ['merchantShortName', 'common.problem.required'],
  ]);
  expect(problems({ ...TYPED, merchantId: ' ' })).toEqual([
    ['merchantId', 'common.problem.required'],
  ]);
});

test('a channel without institutions and platforms takes none', () => {
  expect(problems({ ...INSTITUTION, channel: 'netsunion' })?.[0]?.[0]).toBe('type');
  expect(agreeContractInput.safeParse({ ...TYPED, channel: 'netsunion' }).success).toBe(true);
});
