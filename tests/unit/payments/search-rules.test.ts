import { expect, test } from 'vitest';
import { readSearch } from '@/lib/payments/search-rules';

const BODY = '01k8z3n4q5r6s7t8v9w0x1y2z3';

test.each([
  [`att_${BODY}`, { kind: 'attempt', text: `att_${BODY}` }],
  [`ord_${BODY}`, { kind: 'order', text: `ord_${BODY}` }],
  [`agr_${BODY}`, { kind: 'agreement', text: `agr_${BODY}` }],
  ['ord_short', { kind: 'number', text: 'ord_short' }],
  [' 661122 334455667788990 ', { kind: 'number', text: '661122334455667788990' }],
  ['１２３ＡＢ', { kind: 'number', text: '123AB' }],
])('"%s" is read as what it is', (text, search) => {
  expect(readSearch(text)).toEqual(search);
});

test.each(['', '   ', '张三', "1' OR '1'='1", '\u0000', 'x'.repeat(65)])(
  '"%s" is no number of anybody',
  (text) => {
    expect(readSearch(text)).toBeUndefined();
  },
);
