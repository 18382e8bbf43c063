import { openDatabase } from '../support/browser-database';
import { expect, test } from '../support/browser-fixtures';
import { usedCanaries } from '../support/canaries';
import { EXCUSES } from '../support/canary-excuses';
import { type Found, loggedPlaces, recordedPlaces, storedPlaces } from '../support/canary-places';
import { fromTestRun } from '../support/cluster';
import { findCanaries } from '../support/find-canaries';

const hitsIn = (places: Iterable<Found> | AsyncIterable<Found>) =>
  findCanaries({ canaries: usedCanaries(), places, excuses: EXCUSES });

// The last of all: what the tests before have used is looked for in all that they left behind.
test.describe('nothing that somebody typed in confidence', () => {
  test.beforeEach(() => test.setTimeout(180_000));

  test('is in an address, a page, an answer or a cookie', async () => {
    expect(await hitsIn(recordedPlaces(fromTestRun('CASHIER_TEST_DIR')))).toEqual([]);
  });

  test('is in a log', async () => {
    const lines = [...loggedPlaces()];
    expect(lines.map(({ text }) => text)).toContain('workers ready');
    expect(await hitsIn(lines)).toEqual([]);
  });

  test('is in the database as text', async () => {
    const database = await openDatabase(process.env.CASHIER_SHARED_DATABASE ?? '');
    expect(await hitsIn(storedPlaces(database.query))).toEqual([]);
    await database.close();
  });
});
