import { afterAll, beforeAll } from 'vitest';
import { type CarrierRails, startCarrierRails } from '@/tests/support/carrier-rails';
import { type CountedCalls, countCalls } from '@/tests/support/counted-calls';
import { type FaultProxy, startFaultProxy } from '@/tests/support/fault-proxy';
import { testFaults } from '@/tests/support/neighbour-faults';
import { CARRIER } from '@/tests/support/neighbour-scenes';
import { openBeijing } from '@/tests/support/phone-bill-scene';

let rails: CarrierRails;
let proxy: FaultProxy;
let calls: CountedCalls;
beforeAll(async () => {
  rails = await startCarrierRails();
  proxy = await startFaultProxy(rails.sandboxOrigin);
  for (const [name, value] of Object.entries(rails.env)) {
    process.env[name] = value.replaceAll(rails.sandboxOrigin, proxy.origin);
  }
  calls = countCalls(proxy.origin);
  await openBeijing();
});
afterAll(async () => {
  calls.stop();
  await proxy.close();
  await rails.stop();
});

testFaults(() => ({ proxy, control: rails.control, calls }), CARRIER);
