import { TEST_SHOPPER } from '@/lib/demo/shop';
import { MAGIC_CARD_PHONE, MAGIC_CARDS, MAGIC_CODE } from '@/lib/test-mode/magic';
import type { Excuse } from './canary-search';
import { HOLDER } from './known-account';

const DOCS = /^answer to GET \/docs(\/test-mode)?$/;

/** What the documentation says to pay with in test mode. */
const PUBLISHED: readonly Excuse[] = [
  ...Object.keys(MAGIC_CARDS).map((value) => ({ kind: 'card' as const, value })),
  { kind: 'code' as const, value: MAGIC_CODE },
  { kind: 'phone' as const, value: MAGIC_CARD_PHONE },
  { kind: 'name' as const, value: HOLDER },
].map((one) => ({ ...one, place: DOCS, why: 'the same for every developer, and nobody’s' }));

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
  ...PUBLISHED,
];
