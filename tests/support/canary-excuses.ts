import { TEST_SHOPPER } from '@/lib/demo/shop';
import type { Excuse } from './canary-search';

/** All that may be seen after all. */
export const EXCUSES: readonly Excuse[] = [
  {
    kind: 'password',
    value: TEST_SHOPPER.paymentPassword,
    place: /^answer to (GET|POST) \/demo$/,
    why: 'the demo shop tells its visitors how to pay as its made-up shopper',
  },
  {
    kind: 'phone',
    value: TEST_SHOPPER.phone,
    place: /^answer to (GET|POST) \/demo$/,
    why: 'as above',
  },
];
