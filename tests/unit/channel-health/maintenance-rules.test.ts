import { expect, test } from 'vitest';
import { maintenanceAt } from '@/lib/channel-health/maintenance-rules';

const NOW = new Date('2026-11-26T15:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const window = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

test.each([
  ['nothing planned', [], {}],
  ['one that is over', [window(-60, -1)], {}],
  ['one that ends at this moment', [window(-60, 0)], {}],
  ['one that has begun', [window(-60, 45)], { until: at(45) }],
  ['one that begins at this moment', [window(0, 45)], { until: at(45) }],
  ['one that is near', [window(30, 60)], { from: at(30) }],
  ['one that is not near yet', [window(31, 60)], {}],
  ['the nearest of two', [window(25, 60), window(10, 15)], { from: at(10) }],
  [
    'windows that touch are one',
    [window(45, 60), window(-5, 20), window(10, 45)],
    { until: at(60) },
  ],
  ['windows apart are not', [window(-5, 20), window(21, 45)], { until: at(20) }],
] as const)('%s', (_name, windows, expected) => {
  expect(maintenanceAt(windows, NOW)).toEqual(expected);
});
