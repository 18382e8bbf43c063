import { afterEach, expect } from 'vitest';
import { present } from '@/lib/core/assert';
import { withClient } from '@/scripts/lib/database.mjs';

// Whatever a test did: afterwards the books of its database are clean.
afterEach(async () => {
  const url = present(process.env.DATABASE_URL, 'DATABASE_URL');
  const { rows } = await withClient(url, (client) =>
    client.query('SELECT code, detail FROM check_books() ORDER BY code, detail'),
  );
  expect(rows).toEqual([]);
});
