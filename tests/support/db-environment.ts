import { createDatabase } from './cluster';

// Before any test file is read, and so before lib/core/env is: each file gets a fresh database of its own, and
// files that run at the same time have different ones.
process.env.DATABASE_URL = await createDatabase(`db_${process.env.VITEST_POOL_ID}`);
