import { passesLuhn } from '@/lib/core/luhn';

/** One field of a message, as it may be shown. */
export interface PayloadField {
  name: string;
  value: string;
  /** withheld: a secret, of which only the length is told. masked: a number or a name, in part. */
  shown: 'plain' | 'masked' | 'withheld';
}

/** Numbers and marks of payments, by every channel's own name for them: support needs them whole. */
const PLAIN = new Set(
  [
    ...[
      'txnType',
      'txnSubType',
      'bizType',
      'accessType',
      'channelType',
      'merId',
      'orderId',
      'txnTime',
    ],
    ...[
      'payTimeout',
      'txnAmt',
      'currencyCode',
      'queryId',
      'origQryId',
      'tn',
      'respCode',
      'origRespCode',
    ],
    ...['traceNo', 'traceTime', 'settleAmt', 'settleCurrencyCode', 'settleDate', 'exchangeRate'],
    ...['payCardType', 'payType', 'version', 'encoding', 'signMethod', 'activateStatus'],
    ...[
      'MsgTp',
      'OriMsgTp',
      'TrxCtgy',
      'TrxId',
      'OrdrId',
      'MrchntNo',
      'TrxAmt',
      'TrxDtTm',
      'NetTrxId',
    ],
    ...['OriNetTrxId', 'SysRtnCd', 'BizCd', 'PyerAcctTp', 'SgnAcctTp'],
    ...[
      'paymentId',
      'refundId',
      'status',
      'type',
      'id',
      'time',
      'specversion',
      'referenceCode',
      'source',
    ],
    ...[
      'amount',
      'currency',
      'payoutNo',
      'state',
      'reference',
      'match',
      'paymentStatus',
      'refundStatus',
    ],
  ].map((name) => name.toLowerCase()),
);
const SECRET =
  /sign(ature)?$|cert|token|secret|passw|pwd|pin$|cvn|expired|customerinfo|encrypt|auth|key$|otp|smscode|authorization/i;
const PERSON = /name|nm$|holder/i;
/** Names of things, not of people. */
const NO_PERSON = /merName|merAbbr|fileName|bankName|issueName/i;
/** What a channel says in words; numbers within it are masked. */
const SAID = /respMsg$|(desc|description|message|msg|reason|subject|title|detail|problem)$/i;
/** Whatever a message calls it: a phone, or the number of a bank card. */
const PHONE = /^(?:\+?86)?1[3-9]\d{9}$/;
const isCard = (text: string): boolean => /^\d{16,19}$/.test(text) && passesLuhn(text);
const LONGEST = 300;
const MOST_FIELDS = 200;

/**
 * A message as support may see it: what its channel calls it by in full, secrets not at all, and of
 * everything else no long number, no person's name and nothing that is encoded.
 */
export function readPayload(text: string): PayloadField[] {
  return fieldsOf(text)
    .slice(0, MOST_FIELDS)
    .map(([name, value]) => shownField(name, value));
}

export function shownField(name: string, value: string): PayloadField {
  const last = name.split('.').at(-1) ?? name;
  const clean = value.replace(/\p{C}+/gu, ' ').slice(0, LONGEST);
  const isPlain = PLAIN.has(last.toLowerCase());
  if (!isPlain && SECRET.test(last)) {
    return { name, value: String(value.length), shown: 'withheld' };
  }
  const masked = isPlain ? maskNumber(clean) : maskField(last, clean);
  return { name, value: masked, shown: masked === clean ? 'plain' : 'masked' };
}

/** A number of a payment stays whole, but for one that is a person's under its name. */
const maskNumber = (text: string): string =>
  PHONE.test(text) || isCard(text) ? maskText(text) : text;

/** Chinese in a field that nobody knows may be a name or an address, and an @ is somebody's. */
function maskField(last: string, text: string): string {
  if (NO_PERSON.test(last)) return maskText(text);
  const isSomebodys = PERSON.test(last) || (!SAID.test(last) && /[@＠\p{Script=Han}]/u.test(text));
  return isSomebodys ? maskName(text) : maskText(text);
}

/** No run of digits as long as a phone's but for its last two, nothing encoded. */
const maskText = (text: string): string =>
  text
    .replace(/[A-Za-z0-9+/=%]{24,}/g, '****')
    .replace(/\d(?:[ -]?\d){7,}[\dXx]?/g, (digits) => `****${digits.slice(-2)}`);

const maskName = (text: string): string => (text === '' ? '' : `${[...text][0]}**`);

/** The fields of a form, JSON or XML message; the whole text as one field where it is none of them. */
function fieldsOf(text: string): [string, string][] {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('['))
    return jsonFields(trimmed) ?? [['', text]];
  if (trimmed.startsWith('<')) return xmlFields(trimmed);
  return /^[\w.]+=/.test(trimmed) ? [...new URLSearchParams(trimmed)] : [['', text]];
}

function jsonFields(text: string): [string, string][] | undefined {
  try {
    return flat(JSON.parse(text), '');
  } catch {
    return undefined;
  }
}

function flat(value: unknown, path: string): [string, string][] {
  if (value === null || typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    flat(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** Elements that hold text; what an element is inside of does not matter to whoever reads it. */
const xmlFields = (text: string): [string, string][] =>
  [...text.matchAll(/<([A-Za-z_][\w.:-]*)[^<>]*>([^<>]*)<\/\1>/g)].map(
    ([, name = '', value = '']) => [name, value],
  );
