import { fromBeijingStamp } from '../beijing-time';

type Rule = (value: string) => boolean;

const url: Rule = (value) => {
  if (value.length > 256 || /[#~\s]/.test(value) || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
};

const upTo =
  (length: number): Rule =>
  (value) =>
    value.length >= 1 && [...value].length <= length;

const base64: Rule = (value) => value.length <= 2048 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);

/** The formats of the ACP fields that the simulator reads; a name that is not here passes. */
export const FIELD_RULES: Record<string, Rule> = {
  version: (value) => value === '5.1.0',
  encoding: (value) => /^utf-8$/i.test(value),
  signMethod: (value) => value === '01',
  certId: (value) => /^\d{1,128}$/.test(value),
  txnType: (value) => /^\d{2}$/.test(value),
  txnSubType: (value) => /^\d{2}$/.test(value),
  bizType: (value) => /^\d{6}$/.test(value),
  channelType: (value) => value === '07' || value === '08',
  accessType: (value) => /^[012]$/.test(value),
  acqInsCode: (value) => value === '' || /^[0-9A-Za-z]{8,11}$/.test(value),
  merCatCode: (value) => /^\d{4}$/.test(value),
  merName: upTo(40),
  merAbbr: upTo(40),
  subMerId: (value) => /^[0-9A-Za-z]{5,15}$/.test(value),
  subMerName: upTo(40),
  subMerAbbr: upTo(16),
  merId: (value) => /^[0-9A-Za-z]{15}$/.test(value),
  orderId: (value) => /^[0-9A-Za-z]{8,40}$/.test(value),
  txnTime: (value) => fromBeijingStamp(value) !== undefined,
  payTimeout: (value) => fromBeijingStamp(value) !== undefined,
  txnAmt: (value) => /^[1-9]\d{0,11}$/.test(value),
  currencyCode: (value) => value === '156',
  frontUrl: url,
  frontFailUrl: url,
  backUrl: url,
  origQryId: (value) => /^[0-9A-Za-z]{1,32}$/.test(value),
  accType: (value) => value === '01',
  accNo: base64,
  customerInfo: base64,
  encryptCertId: (value) => /^\d{1,128}$/.test(value),
  tokenPayData: (value) => /^\{.{1,1022}\}$/.test(value),
  settleDate: (value) => /^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(value),
  fileType: (value) => /^\d{2}$/.test(value),
  certType: (value) => value === '01',
  orderDesc: upTo(32),
  reqReserved: upTo(1024),
  reserved: upTo(2048),
};

const COMMON = ['version', 'encoding', 'signMethod', 'txnType', 'txnSubType', 'bizType'];
const WHO = ['accessType', 'merId', 'txnTime'];
const SIGNED = ['certId', 'signature'];

/** Without these a message cannot be verified, whatever it is about. */
export const REQUIRED_ALWAYS = [...SIGNED, ...COMMON, ...WHO];

/** What institutions (1) and platforms (2) say about the shop with each transaction. */
export const REQUIRED_FOR_ACCESS: Record<string, readonly string[]> = {
  1: ['acqInsCode', 'merCatCode', 'merName', 'merAbbr'],
  2: ['subMerId', 'subMerName', 'subMerAbbr'],
};

/** Queries, files and certificates are about no new transaction. */
export const ABOUT_NOTHING_NEW = ['00', '76', '95'];

const ORDER = ['orderId', 'channelType'];
const MONEY = [...ORDER, 'txnAmt', 'currencyCode'];
const CARD = ['accNo', 'encryptCertId', 'customerInfo'];

/** What each transaction needs beyond that, by `txnType/txnSubType` and what it is for. */
export const REQUIRED = {
  query: ['orderId'],
  front: [...MONEY, 'frontUrl', 'backUrl'],
  started: [...MONEY, 'backUrl'],
  return: [...ORDER, 'txnAmt', 'origQryId', 'backUrl'],
  payout: [...MONEY, 'accType', 'backUrl', ...CARD],
  signing: [...ORDER, ...CARD, 'tokenPayData'],
  paymentCode: [...MONEY, 'tokenPayData'],
  tokenPayment: [...MONEY, 'backUrl', 'tokenPayData'],
  token: [...ORDER, 'tokenPayData'],
  file: ['channelType', 'settleDate', 'fileType'],
  certificate: ['orderId', 'certType'],
} as const;
