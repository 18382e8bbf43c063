import type { BankCode } from '@/lib/agreements/banks';

/**
 * One drawing for each bank, 24 units square: our own shapes, which tell cards apart and resemble
 * nobody's trade mark.
 */
export const BANK_MARKS: Readonly<Record<BankCode, string>> = {
  icbc: 'm6 11 6-5 6 5M6 17.5l6-5 6 5',
  abc: 'M4.5 9.5c2.5-3 5-3 7.5 0s5 3 7.5 0M4.5 15.5c2.5-3 5-3 7.5 0s5 3 7.5 0',
  boc: 'M12 4.5 19.5 12 12 19.5 4.5 12z',
  ccb: 'M6 18.5h12.5M6 18.5v-4h4v-4h4v-4h4.5',
  bocom: 'M6 18A9 9 0 0 1 18 6 9 9 0 0 1 6 18zM6 18l7-7',
  psbc: 'm5 8 7 5.5L19 8M5 16.5h14',
  cmb: 'm4.5 17.5 5-9 3.5 5.5 2-3 4.5 6.5z',
  citic: 'm12 4.5 6.5 3.75v7.5L12 19.5l-6.5-3.75v-7.5z',
  ceb: 'M9.5 9.5h5v5h-5zM12 4.5V6M12 18v1.5M4.5 12H6M18 12h1.5',
  cmbc: 'M6 18v-6M10 18V6M14 18V9M18 18v-4',
  spdb: 'M15.5 5.5a7.5 7.5 0 1 0 3 10.5 7 7 0 0 1-3-10.5z',
  cib: 'M9 5v14M15 5v14M5 9h14M5 15h14',
  pab: 'M5 18v-5a7 7 0 0 1 14 0v5M9.5 18v-5a2.5 2.5 0 0 1 5 0v5',
  hxb: 'M12 12a2.5 2.5 0 0 1 5 0 5 5 0 0 1-10 0 7.5 7.5 0 0 1 12.5-5.5',
  cgb: 'M7 19.5v-14L17.5 9 7 13',
  test_6200: 'M12 5a7 7 0 1 0 .01 0zM12 9.5a2.5 2.5 0 1 0 .01 0z',
  test_6222: 'm6 6 12 12M18 6 6 18',
  test_6217: 'M12 19.5V10.5c0-3 2-5 6.5-5 0 4-2 6-6.5 6M12 14c-4.5 0-6.5-2-6.5-6 4.5 0 6.5 2 6.5 6',
  test_6214: 'm12 4.5 2.2 5.3 5.3 2.2-5.3 2.2-2.2 5.3-2.2-5.3L4.5 12l5.3-2.2z',
  test_6228:
    'M7 5h10M7 19h10M8.5 5c0 3.5 3.5 5 3.5 7s-3.5 3.5-3.5 7M15.5 5c0 3.5-3.5 5-3.5 7s3.5 3.5 3.5 7',
  test_6225: 'M5 7.5h14M5 12h8.5M5 16.5h11',
};
