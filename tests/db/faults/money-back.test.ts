import { behindProxy } from '@/tests/support/behind-proxy';
import { startCardRails } from '@/tests/support/card-rails';
import { testFaults } from '@/tests/support/neighbour-faults';
import {
  NETSUNION_REFUND,
  UNIONPAY_REFUND,
  UNIONPAY_UNDO,
} from '@/tests/support/neighbour-refunds';
import { UNIONPAY_PAYOUT } from '@/tests/support/neighbour-scenes';

const around = behindProxy(
  startCardRails,
  ({ env }) => String(env.BANK_API_ORIGIN),
  () => ({ PAYOUT_CHANNEL: 'unionpay' }),
);

testFaults(around, UNIONPAY_UNDO, UNIONPAY_REFUND, NETSUNION_REFUND, UNIONPAY_PAYOUT);
