import type { ChannelContract, Instrument, QuickpassSurface } from '../port';
import type { Fields } from './read-fields';
import { toBeijingTime, toPlainText } from './values';

/** bizType: which of UnionPay's products a message belongs to. */
export const BIZ_TYPE = {
  none: '000000',
  gateway: '000201',
  payout: '000401',
  token: '000902',
} as const;
export type BizType = (typeof BIZ_TYPE)[keyof typeof BIZ_TYPE];

/** The product a payment was made with: questions and returns belong to the same one. */
export function bizTypeOf(paid: {
  instrument: Instrument['type'];
  surface?: QuickpassSurface;
}): BizType {
  if (paid.instrument === 'agreement') return BIZ_TYPE.token;
  return paid.surface === 'qr' ? BIZ_TYPE.none : BIZ_TYPE.gateway;
}

/** The clock time that, with merId and orderId, names a transaction for ever. */
export const txnTimeOf = (request: { requestedAt: Date }): string =>
  toBeijingTime(request.requestedAt);

/** What every message about one of our numbers begins with. Throws RangeError for our own bug. */
export function commonFields(
  contract: ChannelContract,
  request: { channelOrderNo: string; requestedAt: Date },
  bizType: BizType,
): Fields {
  if (!/^[0-9a-z]{8,32}$/.test(request.channelOrderNo)) {
    throw new RangeError('channelOrderNo has to be 8 to 32 characters of 0-9 and a-z');
  }
  return {
    ...accessFields(contract),
    bizType,
    orderId: request.channelOrderNo,
    txnTime: txnTimeOf(request),
  };
}

/** Protocol, merchant number and whoever stands between the merchant and UnionPay. */
export function accessFields({ merchantNo, access }: ChannelContract): Fields {
  const common = {
    version: '5.1.0',
    encoding: 'UTF-8',
    signMethod: '01',
    merId: matching(merchantNo, /^[0-9A-Za-z]{15}$/, 'merchantNo'),
  };
  switch (access.type) {
    case 'merchant':
      return { ...common, accessType: '0' };
    case 'institution':
      return {
        ...common,
        accessType: '1',
        acqInsCode: matching(access.acquirerCode, /^[0-9A-Za-z]{8,11}$/, 'acquirerCode'),
        merCatCode: matching(access.categoryCode, /^[0-9]{4}$/, 'categoryCode'),
        merName: named(access.merchantName, 40),
        merAbbr: named(access.merchantShortName, 16),
      };
    case 'platform':
      return {
        ...common,
        accessType: '2',
        subMerId: matching(access.subMerchantNo, /^[0-9A-Za-z]{5,15}$/, 'subMerchantNo'),
        subMerName: named(access.subMerchantName, 40),
        subMerAbbr: named(access.subMerchantShortName, 16),
      };
  }
}

/** ANS1..256; the gateway refuses `#` and `~`. */
export function checkedAddress(address: string): string {
  if (address.length > 256 || /[^!-~]|[#~]/.test(address) || !URL.canParse(address)) {
    throw new RangeError('an address for UnionPay is a full ASCII URL of 256 characters at most');
  }
  return address;
}

function matching(text: string, pattern: RegExp, name: string): string {
  if (!pattern.test(text)) throw new RangeError(`a contract's ${name} has to match ${pattern}`);
  return text;
}

function named(name: string, bytes: number): string {
  const plain = toPlainText(name, bytes);
  if (plain === '') throw new RangeError('a contract needs the names its access asks for');
  return plain;
}
