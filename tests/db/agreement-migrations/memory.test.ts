import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { receiveAgreementMigration } from '@/lib/agreement-migrations/receive-agreement-migration';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { fileCustomer, HEADER, lineOf } from '@/tests/support/migration-files';

const ROWS = 100_000;
const MOST_GROWTH = 32 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
/** What is really held, apart from what only waits to be collected. */
const heldBytes = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

test('a hundred thousand lines come in without growing memory', async () => {
  const { id: merchantId } = await seedMerchant();
  // Every line is wrong in its last field: all of it is read and stored, and nothing is to be signed.
  const tail = lineOf(fileCustomer({ phone: '1' }));
  const start = heldBytes();
  let most = 0;
  async function* lines(): AsyncGenerator<Uint8Array, void, void> {
    yield Buffer.from(`${HEADER}\n`);
    for (let row = 0; row < ROWS; row += 100) {
      const numbers = Array.from({ length: 100 }, (_, place) => `${row + place}-${tail}\n`);
      yield Buffer.from(numbers.join(''));
      if (row % 10_000 === 0) most = Math.max(most, heldBytes() - start);
    }
  }
  const answer = await receiveAgreementMigration({
    merchantId,
    requestedBy: 'key_test',
    bytes: lines(),
  });
  expect(JSON.parse(answer.body)).toMatchObject({ state: 'done', rows: ROWS, rejected: ROWS });
  expect(most).toBeLessThan(MOST_GROWTH);
}, 180_000);
