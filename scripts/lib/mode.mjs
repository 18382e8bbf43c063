import { Stop } from './stop.mjs';

/** @param {string | undefined} text CASHIER_ENV as given @returns {import('./app-env.mjs').Mode} */
export function readMode(text) {
  if (text === undefined || text === '') return 'demo';
  if (text === 'demo' || text === 'test' || text === 'production') return text;
  throw new Stop(
    `CASHIER_ENV=${text} is unknown: set it to demo, test or production, or leave it out.`,
  );
}
