import { afterAll, beforeAll, beforeEach } from 'vitest';
import { pool } from '@/lib/core/db';
import { type CardRails, startCardRails } from './card-rails';

/** One simulator for all tests of a file, which this process is pointed at. */
export function withCardRails(): Omit<CardRails, 'stop'> {
  let rails: CardRails;
  beforeAll(async () => {
    rails = await startCardRails();
    Object.assign(process.env, rails.env);
  });
  afterAll(() => rails.stop());
  // What one test did to a channel's record is no reason for the next one's route.
  beforeEach(() => pool().query('TRUNCATE channel_call_counts, channel_breakers'));
  return {
    get env() {
      return rails.env;
    },
    control: (path, body) => rails.control(path, body),
  };
}
