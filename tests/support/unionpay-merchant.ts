import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export type Fields = Record<string, string>;

let lastNumber = 0;

/** A fresh order number of the merchant: letters and digits only. */
export function newOrderId(): string {
  lastNumber += 1;
  return `t${process.pid}x${Date.now()}x${lastNumber}`;
}

/** YYYYMMDDhhmmss in Beijing, `offsetMs` from now. */
export function beijingStamp(offsetMs = 0): string {
  const shifted = new Date(Date.now() + offsetMs + 8 * 3_600_000);
  return shifted.toISOString().replace(/\D/g, '').slice(0, 14);
}

function digest(fields: Fields): Buffer {
  const names = Object.keys(fields).filter((name) => name !== 'signature');
  const text = names
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
  return Buffer.from(createHash('sha256').update(text).digest('hex'));
}

/**
 * A merchant at the rail simulator, written by hand from the protocol for the tests: it shares no
 * code with the simulator or with our adapter.
 */
export function createMerchant(options: { origin: string; certsDir: string; backUrl: string }) {
  const read = (name: string) => readFileSync(join(options.certsDir, name), 'utf8');
  const key = createPrivateKey(read('merchant.key.pem'));
  const certificate = new X509Certificate(read('merchant.cert.pem'));
  const certId = BigInt(`0x${certificate.serialNumber}`).toString();
  const roots = read('roots.pem').match(/-----BEGIN[\s\S]+?-----END CERTIFICATE-----/g) ?? [];

  const common = (orderId: string): Fields => ({
    version: '5.1.0',
    encoding: 'UTF-8',
    signMethod: '01',
    accessType: '0',
    channelType: '08',
    bizType: '000201',
    merId: '777290058110048',
    orderId,
    txnTime: beijingStamp(),
    certId,
  });

  return {
    key,
    certId,

    consume: (changes: Fields = {}): Fields => ({
      ...common(newOrderId()),
      txnType: '01',
      txnSubType: '01',
      txnAmt: '6800',
      currencyCode: '156',
      frontUrl: 'http://shop.test/return?token=a&lang=zh',
      backUrl: options.backUrl,
      payTimeout: beijingStamp(15 * 60_000),
      ...changes,
    }),

    refund: (origQryId: string, changes: Fields = {}): Fields => ({
      ...common(newOrderId()),
      txnType: '04',
      txnSubType: '00',
      txnAmt: '6800',
      backUrl: options.backUrl,
      origQryId,
      ...changes,
    }),

    query: ({ orderId = '', txnTime = '' }: Fields, changes: Fields = {}): Fields => ({
      ...common(orderId),
      txnType: '00',
      txnSubType: '00',
      bizType: '000000',
      txnTime,
      ...changes,
    }),

    sign: (fields: Fields): Fields => ({
      ...fields,
      signature: sign('sha256', digest(fields), key).toString('base64'),
    }),

    /** Signed unless it already carries a signature; the way to the payment page is not followed. */
    front(fields: Fields): Promise<Response> {
      return postForm(`${options.origin}/gateway/api/frontTransReq.do`, this.signOnce(fields));
    },

    async send(path: MerchantPath, fields: Fields): Promise<Fields> {
      const url =
        options.origin + (path === 'file-download' ? `/${path}/` : `/gateway/api/${path}.do`);
      const response = await postForm(url, this.signOnce(fields));
      const answer = scanAnswer(await response.text());
      expectAuthentic(answer, roots);
      return answer;
    },

    ask(original: Fields): Promise<Fields> {
      return this.send('queryTrans', this.query(original));
    },

    signOnce(fields: Fields): Fields {
      return fields.signature === undefined ? this.sign(fields) : fields;
    },

    isAuthentic: (fields: Fields) => findFault(fields, roots) === undefined,
  };
}

export type MerchantPath = 'queryTrans' | 'backTransReq' | 'appTransReq' | 'file-download';
export type Merchant = ReturnType<typeof createMerchant>;

export function postForm(url: string, fields: Fields): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    // A kept-alive connection would be a dead one after the simulator restarted.
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      connection: 'close',
    },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Splits `k=v&k=v` at every `&name=`; braces and brackets are opaque. */
export function scanAnswer(text: string): Fields {
  const fields: Fields = {};
  let depth = 0;
  let start = 0;
  const take = (end: number) => {
    const pair = text.slice(start, end);
    const at = pair.indexOf('=');
    fields[pair.slice(0, at)] = pair.slice(at + 1);
    start = end + 1;
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === '&' && depth === 0) take(index);
  }
  take(text.length);
  return fields;
}

/** Why this message is not UnionPay's word; undefined when it is. */
function findFault(fields: Fields, roots: readonly string[]): string | undefined {
  const pem = fields.signPubKeyCert ?? '';
  if (!/^-----BEGIN CERTIFICATE-----\r\n[\s\S]+\r\n-----END CERTIFICATE-----$/.test(pem))
    return 'PEM';
  if (/[^\r]\n/.test(pem)) return 'line endings';
  const leaf = new X509Certificate(pem);
  const [root, middle] = roots.map((text) => new X509Certificate(text));
  if (!root || !middle) return 'roots';
  const chained = leaf.verify(middle.publicKey) && middle.verify(root.publicKey);
  if (!chained || !leaf.checkIssued(middle)) return 'chain';
  const name = /CN=(.*)/.exec(leaf.subject)?.[1]?.split('@')[2];
  if (name !== '00040000:SIGN') return 'common name';
  const signature = Buffer.from(fields.signature ?? '', 'base64');
  return verify('sha256', digest(fields), createPublicKey(pem), signature)
    ? undefined
    : 'signature';
}

function expectAuthentic(fields: Fields, roots: readonly string[]): void {
  const fault = findFault(fields, roots);
  if (fault) throw new Error(`not UnionPay's word (${fault}): ${JSON.stringify(fields)}`);
}

export type NoticeReceiver = Awaited<ReturnType<typeof startNoticeReceiver>>;

/** The merchant's backUrl: keeps every notice, and answers with the given statuses, then 200. */
export async function startNoticeReceiver() {
  const notices: { fields: Fields; contentType: string; atMs: number }[] = [];
  const statuses: (number | 'silence')[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    notices.push({
      fields: Object.fromEntries(new URLSearchParams(body)),
      contentType: request.headers['content-type'] ?? '',
      atMs: Date.now(),
    });
    const status = statuses.shift() ?? 200;
    if (status === 'silence') return;
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
    statuses,
    /** What came for one order, oldest first. */
    about: (orderId: string | undefined) =>
      notices.filter((notice) => notice.fields.orderId === orderId),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
