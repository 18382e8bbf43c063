import { defineConfig } from 'prisma/config';

// For Prisma's own commands; `npm start` and scripts/migrate.mjs apply the same migrations without its engine.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations', seed: 'node --import tsx prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
