import { beforeAll } from 'vitest';
import { behindProxy } from '@/tests/support/behind-proxy';
import { startCarrierRails } from '@/tests/support/carrier-rails';
import { testFaults } from '@/tests/support/neighbour-faults';
import { CARRIER_REFUND } from '@/tests/support/neighbour-refunds';
import { CARRIER, CARRIER_HELD } from '@/tests/support/neighbour-scenes';
import { testSetUps } from '@/tests/support/neighbour-set-ups';
import { openBeijing } from '@/tests/support/phone-bill-scene';
import { CARRIER_SET_UPS } from '@/tests/support/set-ups-carrier';

const around = behindProxy(startCarrierRails, ({ sandboxOrigin }) => sandboxOrigin);
beforeAll(openBeijing);

testFaults(around, CARRIER, CARRIER_HELD, CARRIER_REFUND);
testSetUps(around, ...CARRIER_SET_UPS);
