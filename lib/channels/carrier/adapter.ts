import type { ChannelAdapter } from '../port';
import { type CarrierConfig, prepareSetup } from './config';
import { createExchange } from './exchange';
import { readEvent } from './notices';
import { createPayments } from './payments';
import { createRefunds } from './refunds';

const REFUND_WINDOW_MS = 180 * 86_400_000;
const ASKED_AFTER = [3, 10, 30, 60, 180];

/** Charges on phone bills by CAMARA's Carrier Billing (r3.2), with each carrier at an address of its own. */
export function createCarrierAdapter(config: CarrierConfig): ChannelAdapter {
  const setup = prepareSetup(config);
  const exchange = createExchange(setup);
  return {
    code: 'carrier',
    noticeHeaders: ['authorization'],
    noticeHeadersSecret: true,
    querySchedule: { payment: ASKED_AFTER, phone: ASKED_AFTER, refund: [5, 30, 120, 600] },
    ...createPayments(setup, exchange),
    ...createRefunds(setup, exchange),
    readNotice: (request) => readEvent(setup, request),
    acknowledgement: { status: 204, body: '' },
    formOrigins: [],
    returnsAt: ({ paidAt, at }) => ({
      undo: false,
      refund: at.getTime() < paidAt.getTime() + REFUND_WINDOW_MS,
    }),
  };
}
