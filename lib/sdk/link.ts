import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed link says. Leave out what you do not need; an unknown field is refused. */
export interface LinkFields {
  merchant: string;
  key_id: string;
  /** Your own number of the order: one order for each. */
  order_no: string;
  /** Whole fen, in digits. */
  amount: string;
  subject: string;
  goods: 'digital' | 'physical';
  /** Your own name for the shopper. */
  customer?: string;
  return_url?: string;
  /** The link's end, in unix seconds. */
  expires: string;
}

/** The address that makes the order when the shopper opens it: no call to the cashier at all. */
export function signedLink(origin: string, fields: LinkFields, secret: string): string {
  const given = withoutBlanks(fields);
  const sign = signFields(given, secret);
  return `${origin}/pay?${new URLSearchParams({ ...given, sign })}`;
}

/** `name=value` joined by `&` in ASCII order of the names, without blanks and `sign`; HMAC-SHA256 in lowercase hex. */
export function signFields(fields: Record<string, string>, secret: string): string {
  const text = Object.keys(fields)
    .filter((name) => name !== 'sign' && fields[name])
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** How the order stood when the shopper came back. */
export interface SignedReturn {
  order_id: string;
  order_no: string;
  status: 'open' | 'paid' | 'expired' | 'closed';
  /** Unix seconds. */
  timestamp: string;
  key_id: string;
}

const SIGNED = ['order_id', 'order_no', 'status', 'timestamp', 'key_id'] as const;

/**
 * What the shopper's browser brought back, if the cashier signed it; undefined if not. Good for a friendly sentence;
 * hand over the goods on the webhook.
 * @param secrets by the link key's id: two while you change from one to the next
 */
export function readReturn(
  query: URLSearchParams,
  secrets: Readonly<Record<string, string>>,
): SignedReturn | undefined {
  const fields: Record<string, string> = {};
  for (const name of SIGNED) {
    const [value = '', ...more] = query.getAll(name);
    if (more.length > 0) return undefined;
    fields[name] = value;
  }
  const secret = Object.hasOwn(secrets, fields.key_id ?? '') ? secrets[fields.key_id ?? ''] : '';
  if (!secret) return undefined;
  const [given, wanted] = [query.get('sign') ?? '', signFields(fields, secret)].map((one) =>
    Buffer.from(one),
  ) as [Buffer, Buffer];
  const ours = given.length === wanted.length && timingSafeEqual(given, wanted);
  return ours ? (fields as unknown as SignedReturn) : undefined;
}

const withoutBlanks = (fields: LinkFields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
