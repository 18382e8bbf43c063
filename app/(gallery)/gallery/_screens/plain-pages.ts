import { getLocale } from 'next-intl/server';
import { refusedPage } from '@/app/_server/refused-page';
import { troubleAddress } from '@/app/_server/trouble-address';
import { unknownOrderAddress } from '@/app/_server/unknown-order-address';
import { GET as trouble } from '@/app/(cashier)/trouble/route';
import { GET as unknownOrder } from '@/app/(cashier)/unknown-order/route';
import { Refusal } from '@/lib/core/errors';
import type { RefusalCode } from '@/lib/core/refusals';

const TOKEN = 'gallery'.padEnd(43, '0');
const REFERENCE = 'req_01kk5q2m8z3t7v9w1x4y6a0b2c';

const asked = (address: string) => new Request(new URL(address, 'https://gallery.invalid'));
const locale = async () => ((await getLocale()) === 'en' ? 'en' : 'zh-CN');
const refused = (code: RefusalCode) => async () =>
  refusedPage({ kind: 'refused', refusal: new Refusal(code) }, await locale());

/** The pages that need neither scripts nor Next, as their own addresses answer. */
export const PLAIN_PAGES: Readonly<Record<string, () => Promise<Response>>> = {
  'unknown-order': () => unknownOrder(asked(unknownOrderAddress(TOKEN.slice(0, 30)))),
  'unknown-order-without-link': () => unknownOrder(asked('/unknown-order')),
  trouble: () => trouble(asked(troubleAddress(TOKEN, { reference: REFERENCE, away: false }))),
  'link-incomplete': refused('link_invalid'),
  'link-changed': refused('link_signature_invalid'),
  'link-expired': refused('link_expired'),
  'link-of-another-order': refused('order_conflict'),
  'link-leads-nowhere': refused('return_url_not_allowed'),
  'link-broken': async () =>
    refusedPage({ kind: 'broken', reference: REFERENCE, away: false }, await locale()),
};
