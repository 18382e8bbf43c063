import { toBeijingStamp } from '../beijing-time';
import type { Simulator } from '../simulator';
import type { Carrier } from './numbers';
import { formatMilli } from './texts';

const HEADER = 'line_no,kind,client_correlator,payment_id,amount_yuan,share_yuan,occurred_at';

/**
 * A month's settlement statement of one service, as its carrier sends it: what was paid in the month, and
 * what the carrier took back in it. Refunds by the interface were settled when they were made: no line.
 */
export function writeStatement(
  { store }: Simulator,
  asked: {
    carrier: Carrier;
    /** YYYY-MM, in Beijing. */
    month: string;
    serviceId: string | undefined;
    /** The carrier's part of what was paid, in millionths. */
    shareMillionths: number;
  },
): string {
  const month = asked.month.replace('-', '');
  const lines = store.carriers
    .listPaymentsAt(asked.carrier)
    .filter(
      ({ request }) =>
        asked.serviceId === undefined ||
        request.paymentAmount.chargingMetaData?.serviceId === asked.serviceId,
    )
    .flatMap(({ id, request, milli, paidAtMs, marks }) => {
      const paid = paidAtMs === undefined ? [] : [{ kind: 'paid', milli, atMs: paidAtMs }];
      return [...paid, ...marks].map((line) => ({
        ...line,
        names: `${request.clientCorrelator ?? ''},${id}`,
      }));
    })
    .filter(({ atMs }) => toBeijingStamp(atMs).startsWith(month))
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ kind, names, milli, atMs }, index) => {
      const share = shareOf(milli, asked.shareMillionths);
      const amounts = `${formatMilli(milli)},${formatMilli(share)}`;
      return `${index + 1},${kind},${names},${amounts},${toMoment(atMs)}`;
    });
  return `${[HEADER, ...lines].join('\n')}\n`;
}

/** Whole fen, half of one upwards: what a carrier settles. */
function shareOf(milli: number, millionths: number): number {
  const fen = (BigInt(milli) * BigInt(millionths) + 5_000_000n) / 10_000_000n;
  return Number(fen) * 10;
}

const toMoment = (atMs: number): string =>
  toBeijingStamp(atMs).replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6+08:00');
