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
  accessType: (value) => value === '0',
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
  orderDesc: upTo(32),
  reqReserved: upTo(1024),
  reserved: upTo(2048),
};

const COMMON = ['version', 'encoding', 'signMethod', 'txnType', 'txnSubType', 'bizType'];
const WHO = ['accessType', 'merId', 'orderId', 'txnTime'];
const SIGNED = ['certId', 'signature'];

/** Without these a message cannot be verified, whatever it is about. */
export const REQUIRED_ALWAYS = [...SIGNED, ...COMMON, ...WHO];
export const REQUIRED_FOR_CONSUME = [
  'channelType',
  'txnAmt',
  'currencyCode',
  'frontUrl',
  'backUrl',
] as const;
export const REQUIRED_FOR_RETURN = ['channelType', 'txnAmt', 'origQryId', 'backUrl'] as const;
