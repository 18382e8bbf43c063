import { afterAll, expect } from 'vitest';
import { present } from '@/lib/core/assert';
import { withClient } from '@/scripts/lib/database.mjs';
import { canariesHere } from './canaries';
import { storedPlaces } from './canary-places';
import { findCanaries } from './find-canaries';

// Whatever a file of tests did: no number or name that it was given is in its database as text.
afterAll(async () => {
  const canaries = canariesHere();
  if (canaries.length === 0) return;
  const url = present(process.env.DATABASE_URL, 'DATABASE_URL');
  const hits = await withClient(url, (client) => {
    const query = async (text: string) => (await client.query(text)).rows;
    return findCanaries({ canaries, places: storedPlaces(query) });
  });
  expect(hits).toEqual([]);
});
