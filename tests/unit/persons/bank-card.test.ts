import { expect, test } from 'vitest';
import { maskCard } from '@/lib/persons/bank-card-rules';
import { bankCardSchema } from '@/lib/persons/bank-card-schema';

test.each(['6200000000000005', '6200 0000 0000 0005', '6200-0000-0000-0005'])(
  '"%s" is a card number, however it is typed',
  (text) => expect(bankCardSchema.parse(text)).toBe('6200000000000005'),
);

test.each([
  ['a mistyped digit', '6200000000000006'],
  ['too short', '620000000000005'],
  ['a card of another scheme', '4111111111111111'],
  ['no number', 'six two zero zero'],
  ['nothing', ''],
])('%s is no card number', (_, text) => expect(bankCardSchema.safeParse(text).success).toBe(false));

test('the mask keeps the bank’s own beginning and the last four', () => {
  expect(maskCard('6200000000000005')).toBe('6200****0005');
});
