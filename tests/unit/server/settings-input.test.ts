import { expect, test } from 'vitest';
import { methodsInput } from '@/app/(merchant)/merchant/settings/input';

const METHODS = ['balance', 'quickpass', 'card', 'carrier'] as const;

/** The form as it is sent: all shown, standing as `was`, moved to `to` where that names a place. */
const sent = (was: readonly string[], to: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    METHODS.flatMap((method) => {
      const stood = String(was.indexOf(method) + 1);
      return [
        [`show_${method}`, 'on'],
        [`was_${method}`, stood],
        [`place_${method}`, to[method] ?? stood],
      ];
    }),
  );

test.each([
  ['up', { card: '1' }, 'card balance quickpass carrier'],
  ['down', { balance: '3' }, 'quickpass card balance carrier'],
  ['both at once', { balance: '2', quickpass: '1' }, 'quickpass balance card carrier'],
  [
    'all of them',
    { balance: '4', quickpass: '3', card: '2', carrier: '1' },
    'carrier card quickpass balance',
  ],
  ['nowhere', {}, 'balance quickpass card carrier'],
])('a way to pay that is moved %s stands where it was put', (_name, to, order) => {
  expect(methodsInput.parse(sent(METHODS, to)).join(' ')).toBe(order);
});
