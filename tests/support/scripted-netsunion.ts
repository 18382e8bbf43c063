import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  type Hmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createNetsUnionAdapter } from '@/lib/channels/netsunion/adapter';
import type { NetsUnionConfig } from '@/lib/channels/netsunion/config';
import type { ChannelAdapter } from '@/lib/channels/port';
import { readBodyOf, startLocalGateway } from './local-gateway';

/**
 * The channel's protocol written by hand from its page for the tests: this shares no code with the
 * simulator or with our adapter.
 */
export const SECRET = 'a secret of these tests and nobody else';
export const ISSUER_ID = 'Z2026110000015';
export const MERCHANT_NO = '990000000000001';
export const NOTICE_PATH = '/notify';

const keyOf = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `epcc/${purpose}`, 32));
const hmac = (secret: string, ...parts: (string | Uint8Array)[]) =>
  parts
    .reduce<Hmac>((mac, part) => mac.update(part), createHmac('sha256', keyOf(secret, 'sign')))
    .digest('hex');

export const trxIdFor = (ordrId: string, issuerId = ISSUER_ID) =>
  createHash('sha256').update(`${issuerId}/${ordrId}`).digest('hex').slice(0, 31);

/** The headers of a call, made so many seconds ago. */
const secondsNow = (ago = 0): string => String(Math.floor(Date.now() / 1000) - ago);

export function signedHeaders(
  call: { path: string; body: string | Uint8Array; secondsAgo?: number; timestamp?: string },
  secret = SECRET,
): Record<string, string> {
  const { timestamp = secondsNow(call.secondsAgo) } = call;
  const signature = hmac(secret, `${timestamp}.POST.${call.path}.`, call.body);
  return { 'x-epcc-timestamp': timestamp, 'x-epcc-signature': signature };
}

export function opened(trxId: string, name: string, field: string): string {
  const bytes = Buffer.from(field, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(SECRET, 'encrypt'), bytes.subarray(0, 12))
    .setAAD(Buffer.from(`${trxId}/${name}`))
    .setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString();
}

/** With a nonce of chance, as the page allows. */
export function sealed(trxId: string, name: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(SECRET, 'encrypt'), nonce);
  cipher.setAAD(Buffer.from(`${trxId}/${name}`));
  const bytes = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(bytes).toString('base64');
}

/** The signature of an answer to the call that had this one. */
export const answerSignature = (to: string, status: number, body: string) =>
  hmac(SECRET, `${to}.${status}.${body}`);

/** One call as it came. */
export interface Asked {
  path: string;
  body: string;
  headers: IncomingMessage['headers'];
}

type Parts = Record<string, unknown>;

/** A message of the channel's about our number: done, unless `body` says otherwise. */
export function messageAbout(
  ordrId: string,
  msgTp: string,
  { header = {}, body = {} }: { header?: Parts; body?: Parts } = {},
): string {
  return JSON.stringify({
    MsgHeader: {
      MsgTp: msgTp,
      IssrId: ISSUER_ID,
      Drctn: '22',
      SndDt: '2026-11-26T09:34:08',
      TrxId: trxIdFor(ordrId),
      ...header,
    },
    MsgBody: {
      SysRtnInf: { SysRtnCd: '00000000', SysRtnDesc: '成功' },
      BizInf: { BizCd: '00000000', BizDesc: '成功' },
      OrdrInf: { OrdrId: ordrId, MrchntNo: MERCHANT_NO },
      TrxInf: { OriMsgTp: 'epcc.201.001.01', TrxAmt: 'CNY68.00', NetTrxId: 'N2026112600000001' },
      PyerInf: { PyerAcctTp: '00' },
      ...body,
    },
  });
}

export type Answering = (call: Asked, response: ServerResponse) => void;

export interface ScriptedNetsUnion {
  adapter: ChannelAdapter;
  adapterWith(change: Partial<NetsUnionConfig>): ChannelAdapter;
  /** What was asked so far, oldest first. */
  readonly asked: Asked[];
  answerBy(answering: Answering): void;
  /** Answers with this text, signed for the very call unless `sign` says how else. */
  answer(text: string, sign?: { secret?: string; status?: number; as?: string; to?: string }): void;
  close(): Promise<void>;
}

/** A channel over real HTTP that answers as scripted, and our adapter pointed at it. */
export async function startScriptedNetsUnion(): Promise<ScriptedNetsUnion> {
  const asked: Asked[] = [];
  let answering: Answering = (_, response) => response.destroy();
  const channel = await startLocalGateway(async (request, response) => {
    const body = (await readBodyOf(request)).toString();
    const call = { path: request.url ?? '', body, headers: request.headers };
    asked.push(call);
    answering(call, response);
  });
  const config: NetsUnionConfig = {
    origin: channel.origin,
    issuerId: ISSUER_ID,
    merchantNo: MERCHANT_NO,
    secret: SECRET,
    noticePath: NOTICE_PATH,
    now: () => new Date(),
    signsSilently: true,
    timeoutMs: 10_000,
  };
  return {
    adapter: createNetsUnionAdapter(config),
    adapterWith: (change) => createNetsUnionAdapter({ ...config, ...change }),
    asked,
    answerBy: (given) => {
      answering = given;
    },
    answer(text, { secret = SECRET, status = 200, as = text, to } = {}) {
      answering = (call, response) => {
        const about = to ?? String(call.headers['x-epcc-signature']);
        const signature = hmac(secret, `${about}.200.${as}`);
        response.writeHead(status, { 'x-epcc-signature': signature }).end(text);
      };
    },
    close: () => channel.close(),
  };
}
