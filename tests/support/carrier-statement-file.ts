import { COLUMNS } from '@/lib/carrier-statements/rules';
import type { LineKind } from '@/lib/carrier-statements/statement';
import { newSortableNumber } from '@/lib/core/ids';

/** What a line may charge, in fen. */
export const PRICES = [100, 200, 300, 500, 600, 800, 1000, 1200, 1500, 2000, 2500, 3000] as const;
/** The carrier keeps 30 % of each payment. */
export const SHARE_MILLIONTHS = 300_000;

/** Speaks to the database: our own connections, or those of a browser test. */
export type Run = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** A line of its own, as the catalogue would have it; `ended`: as it had it once, from the first moment on. */
export async function makeCarrierLine(
  run: Run,
  { termDays = 60, carrier = 'cmcc', shareMillionths = SHARE_MILLIONTHS, ended = false } = {},
): Promise<string> {
  const id = `line-${newSortableNumber()}`;
  await run(
    `INSERT INTO carrier_lines (id, carrier, name, service_id, modes, share_millionths, bill_text, term_days, ended_at)
     VALUES ($1, $4, '测试通道', 'svc', '{sms}', $2, '增值业务', $3, CASE WHEN $5 THEN now() END)`,
    [id, shareMillionths, termDays, carrier, ended],
  );
  return id;
}

/** The payments of a bulk, by number: who was paid, how much, and under which number at the carrier. */
export interface PhonePayments {
  lineId: string;
  merchantIds: readonly string[];
  /** Keeps the numbers of two bulks apart. */
  series: string;
  count: number;
}
export const paymentOf = ({ merchantIds, series }: PhonePayments, n: number) => ({
  merchantId: merchantIds[n % merchantIds.length] ?? '',
  amountMinor: BigInt(PRICES[Math.floor(n / merchantIds.length) % PRICES.length] ?? 0),
  channelOrderNo: `${series}${String(n).padStart(26 - series.length, '0')}`,
});

const AT_ONCE = 250;

/** Paid by phone, many at a time: orders, then the function that settles every payment, then their bills. */
export async function payByPhone(run: Run, payments: PhonePayments): Promise<void> {
  const starts = Array.from({ length: Math.ceil(payments.count / AT_ONCE) }, (_, i) => i * AT_ONCE);
  const two = [0, 1].map(async (half) => {
    for (const from of starts.filter((_, place) => place % 2 === half)) {
      await paySome(run, payments, from, Math.min(from + AT_ONCE, payments.count));
    }
  });
  await Promise.all(two);
}

async function paySome(
  run: Run,
  payments: PhonePayments,
  from: number,
  until: number,
): Promise<void> {
  const some = Array.from({ length: until - from }, (_, place) =>
    paymentOf(payments, from + place),
  );
  const rows = [
    some.map(({ channelOrderNo }) => channelOrderNo),
    some.map(({ merchantId }) => merchantId),
    some.map(({ amountMinor }) => amountMinor.toString()),
  ];
  await run(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods, content_hash,
                         pay_token, state, expires_at)
     SELECT 'ord_' || no, merchant, no, amount, 'CNY', '会员月卡', 'digital', 'test', 'token-' || no, 'open',
            now() + interval '1 hour'
       FROM unnest($1::text[], $2::text[], $3::bigint[]) AS p (no, merchant, amount)`,
    rows,
  );
  const [settled = {}] = await run(
    `SELECT settle_payments(jsonb_agg(jsonb_build_object(
       'actor', 'channel', 'cause', 'proof',
       'attempt', jsonb_build_object('id', 'att_' || no, 'from', '[]'::jsonb, 'event', 'succeed', 'to', 'succeeded',
         'channelRef', 'pay-' || no, 'create', jsonb_build_object('orderId', 'ord_' || no, 'merchantId', merchant,
           'method', 'carrier', 'channel', 'carrier', 'channelOrderNo', no, 'amountMinor', amount::text,
           'currency', 'CNY', 'customerId', NULL, 'host', 'mobile')),
       'order', jsonb_build_object('id', 'ord_' || no, 'from', '["open"]'::jsonb, 'event', 'pay', 'unexpired', true),
       'entry', jsonb_build_object('id', 'ent_' || no, 'entryKey', 'payment:att_' || no, 'event', 'channel_payment',
         'businessRef', 'ord_' || no, 'currency', 'CNY', 'lines', jsonb_build_array(
           jsonb_build_object('subject', 'channel_clearing', 'owner', 'carrier', 'side', 'debit', 'amountMinor', amount::text),
           jsonb_build_object('subject', 'merchant_pending', 'owner', merchant, 'side', 'credit', 'amountMinor', amount::text))),
       'event', jsonb_build_object('id', 'evt_' || no, 'topic', 'order.paid', 'merchantId', merchant)))) AS answers
       FROM unnest($1::text[], $2::text[], $3::bigint[]) AS p (no, merchant, amount)`,
    rows,
  );
  const bad = (settled.answers as unknown[]).filter(
    (answer) => JSON.stringify(answer) !== '{"ok":true}',
  );
  if (bad.length > 0) throw new Error(`not paid: ${JSON.stringify(bad[0])}`);
  await insertBills(run, payments.lineId, rows[0] ?? []);
}

/** Whose phone bills these numbers charge. */
async function insertBills(run: Run, lineId: string, numbers: readonly string[]): Promise<void> {
  await run(
    `INSERT INTO phone_payments (attempt_id, order_id, line_id, carrier, province, fee_point, mode, phone_hash,
                                 phone_masked, consent_version)
     SELECT 'att_' || no, 'ord_' || no, $2, 'cmcc', '11', 'fp', 'sms', 'hash-' || no, '138****0000', 'test'
       FROM unnest($1::text[]) AS p (no)`,
    [numbers, lineId],
  );
}

/** A payment of ¥1.00 that nobody has heard the end of. */
export async function makeUndecidedPayment(
  run: Run,
  lineId: string,
  merchantId: string,
): Promise<string> {
  const number = newSortableNumber();
  await run(
    `WITH made AS (
       INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods, content_hash,
                           pay_token, state, expires_at)
       VALUES ('ord_' || $1, $2, $1, 100, 'CNY', '会员月卡', 'digital', 'test', 'token-' || $1, 'open', now() + interval '1 hour'))
     INSERT INTO attempts (id, order_id, merchant_id, method, channel, channel_order_no, amount_minor, currency, host,
                           state, requested_at, payable_until)
     VALUES ('att_' || $1, 'ord_' || $1, $2, 'carrier', 'carrier', $1, 100, 'CNY', 'mobile', 'unknown', now(), now())`,
    [number, merchantId],
  );
  await insertBills(run, lineId, [number]);
  return number;
}

/** Half a fen upwards. */
export const shareOf = (amountMinor: bigint): bigint =>
  (amountMinor * BigInt(SHARE_MILLIONTHS) + 500_000n) / 1_000_000n;

export interface StatementLine {
  kind: LineKind;
  channelOrderNo: string;
  amountMinor: bigint;
  shareMinor?: bigint;
  /** When it was, in Beijing, where the middle of the file's month will not do. */
  at?: string;
}

const yuan = (minor: bigint): string => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;

/** The text of a line; of a payment the carrier keeps its share, unless the line says otherwise. */
export const lineText = (line: StatementLine, lineNo: number, month = '2026-10'): string => {
  const share = line.shareMinor ?? (line.kind === 'paid' ? shareOf(line.amountMinor) : 0n);
  const cells = [
    String(lineNo),
    line.kind,
    line.channelOrderNo,
    `pay-${line.channelOrderNo}`,
    yuan(line.amountMinor),
    yuan(share),
    line.at ?? `${month}-15 12:00:00`,
  ];
  return `${cells.join(',')}\n`;
};

export async function* statementFile(
  lines: Iterable<StatementLine>,
  month?: string,
): AsyncGenerator<Uint8Array, void, void> {
  let text = `${COLUMNS.join(',')}\n`;
  let lineNo = 0;
  for (const line of lines) {
    lineNo += 1;
    text += lineText(line, lineNo, month);
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

const DEDUCTIONS = ['reduction', 'bad_debt', 'complaint_refund'] as const;
/** One payment in so many has something taken from it. */
const TAKEN_FROM = 50;

/** So many payments make a statement of that many lines. */
export const paymentsFor = (lines: number): number =>
  Math.ceil((lines * TAKEN_FROM) / (TAKEN_FROM + 1));

/** A whole month: every payment, and of one in fifty a part that is taken from it, with its share. */
export function* wholeMonth(payments: PhonePayments): Generator<StatementLine, void, void> {
  for (let n = 0; n < payments.count; n += 1) {
    const { amountMinor, channelOrderNo } = paymentOf(payments, n);
    yield { kind: 'paid', channelOrderNo, amountMinor };
    if (n % TAKEN_FROM !== TAKEN_FROM - 1) continue;
    const half = amountMinor / 2n;
    // Every merchant has some of each.
    const turn = Math.floor(n / TAKEN_FROM / payments.merchantIds.length);
    const kind = DEDUCTIONS[turn % DEDUCTIONS.length] ?? 'reduction';
    yield { kind, channelOrderNo, amountMinor: half, shareMinor: shareOf(half) };
  }
}

export interface Totals {
  lines: number;
  gross: bigint;
  reduction: bigint;
  badDebt: bigint;
  complaint: bigint;
  share: bigint;
}

/** What a file adds up to, by its own lines alone. */
export function totalsOf(lines: Iterable<StatementLine>): Totals {
  const totals = { lines: 0, gross: 0n, reduction: 0n, badDebt: 0n, complaint: 0n, share: 0n };
  const name = {
    paid: 'gross',
    reduction: 'reduction',
    bad_debt: 'badDebt',
    complaint_refund: 'complaint',
  } as const;
  for (const { kind, amountMinor, shareMinor } of lines) {
    totals.lines += 1;
    totals[name[kind]] += amountMinor;
    totals.share += kind === 'paid' ? (shareMinor ?? shareOf(amountMinor)) : -(shareMinor ?? 0n);
  }
  return totals;
}
