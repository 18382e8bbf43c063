import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CardRails, startCardRails } from '@/tests/support/card-rails';
import { type FaultProxy, startFaultProxy } from '@/tests/support/fault-proxy';
import { NETSUNION, UNIONPAY } from '@/tests/support/neighbour-scenes';
import { deliver, processAll, testNotices } from '@/tests/support/notice-faults';
import { type NoticeInbox, openNoticeInbox, type ToldNotice } from '@/tests/support/notice-inbox';
import { signedHeaders, trxIdFor } from '@/tests/support/scripted-netsunion';

const PATH = '/api/channels/netsunion/notify';
/** NetsUnion is changing its secret all the while. */
const PREVIOUS = 'the secret that was in use until this morning';
let inbox: NoticeInbox;
let rails: CardRails;
let proxy: FaultProxy;
beforeAll(async () => {
  inbox = await openNoticeInbox();
  rails = await startCardRails({ SANDBOX_NETSUNION_NOTIFY_URL: inbox.origin + PATH });
  const simulator = String(rails.env.BANK_API_ORIGIN);
  proxy = await startFaultProxy(simulator);
  process.env.APP_ORIGIN = inbox.origin;
  process.env.NETSUNION_PREVIOUS_SECRET = PREVIOUS;
  for (const [name, value] of Object.entries(rails.env)) {
    process.env[name] = value.replace(simulator, proxy.origin);
  }
});
afterAll(async () => {
  await proxy.close();
  await rails.stop();
  await inbox.close();
});

const around = () => ({ proxy, control: rails.control });
const told = (no: string) => inbox.about(no, 1);
const asText = ({ body }: ToldNotice) => Buffer.from(body).toString();
const change = (notice: ToldNotice, text: string): ToldNotice => ({
  ...notice,
  body: Buffer.from(text),
});

/** As a form whose fields are changed. */
function changedForm(notice: ToldNotice, by: (form: URLSearchParams) => void): ToldNotice {
  const form = new URLSearchParams(asText(notice));
  by(form);
  return change(notice, form.toString());
}

testNotices(around, {
  channel: 'unionpay',
  neighbour: UNIONPAY,
  told,
  refusedWith: 400,
  forged: (one, other) => {
    const theirs = new URLSearchParams(asText(other));
    const set = (name: string, value: string) => changedForm(one, (form) => form.set(name, value));
    return {
      'its number in another one’s signed words': set('orderId', String(theirs.get('orderId'))),
      'another one’s signature': set('signature', String(theirs.get('signature'))),
      'another amount': set('txnAmt', '1'),
      'a part of what was signed': changedForm(one, (form) => form.delete('traceNo')),
      'more than was signed': set('reserved', '{}'),
      'a field twice': changedForm(one, (form) => form.append('txnAmt', '6800')),
      'said to be GBK': set('encoding', 'GBK'),
      // 成功, as GBK has it.
      'words in GBK': change(one, asText(one).replace(/respMsg=[^&]*/, 'respMsg=%B3%C9%B9%A6')),
      nothing: change(one, ''),
    };
  },
});

const SECRET = () => String(process.env.NETSUNION_SECRET);
const signed = (body: string | Uint8Array, secret = SECRET(), secondsAgo = 0): ToldNotice => ({
  body: Buffer.from(body),
  headers: signedHeaders({ path: PATH, body, secondsAgo }, secret),
});

testNotices(around, {
  channel: 'netsunion',
  neighbour: NETSUNION,
  told,
  refusedWith: 400,
  forged: (one, other) => {
    const text = asText(one);
    const { MsgHeader } = JSON.parse(text);
    const gbk = Buffer.from(
      text.replace(/成功|"BizDesc":"[^"]*"/, '"BizDesc":"\xb3\xc9"'),
      'latin1',
    );
    return {
      'its words under another one’s signature': { ...one, headers: other.headers },
      'a byte more': change(one, `${text} `),
      'a part of what was signed': change(one, JSON.stringify({ MsgHeader, MsgBody: {} })),
      'the key of before': signed(text, 'the key that was in use until last month'),
      'ten minutes old': signed(text, SECRET(), 600),
      'ten minutes ahead': signed(text, SECRET(), -600),
      'words in GBK': signed(gbk),
      nothing: signed(''),
    };
  },
});

test('an authentic notice of NetsUnion about a number that is not ours is kept and asks nobody', async () => {
  const begin = await NETSUNION.prepare(rails.control);
  const { no } = await begin();
  const [known] = await told(no);
  const unknown = no.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const text = known && asText(known).replaceAll(no, unknown);
  const { MsgHeader, MsgBody } = JSON.parse(String(text));
  const issuer = String(MsgHeader.IssrId);
  const body = JSON.stringify({
    MsgHeader: { ...MsgHeader, TrxId: trxIdFor(unknown, issuer) },
    MsgBody,
  });
  const asked = proxy.calls.length;
  expect((await deliver('netsunion', signed(body))).status).toBe(200);
  expect(await processAll('netsunion', unknown)).toEqual(['unknown_number']);
  expect(proxy.calls).toHaveLength(asked);
});

test('while NetsUnion changes its secret, what is signed with either is taken, and pays once', async () => {
  const begin = await NETSUNION.prepare(rails.control);
  await proxy.fail('drop reply', NETSUNION.moving);
  const deal = await begin();
  await proxy.heal();
  const [one] = await told(deal.no);
  const text = one ? asText(one) : '';
  for (const secret of [PREVIOUS, SECRET()]) {
    expect((await deliver('netsunion', signed(text, secret))).status).toBe(200);
  }
  await processAll('netsunion', deal.no);
  expect([await deal.state(), await deal.moved()]).toEqual(['succeeded', { here: 1, there: 1 }]);
});
