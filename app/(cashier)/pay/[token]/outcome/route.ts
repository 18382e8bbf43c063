import { getLocale } from 'next-intl/server';
import { seeOther } from '@/app/_server/channel-route';
import { refuseOtherSites } from '@/app/_server/file-form-route';
import { readBody } from '@/app/_server/read-body';
import { refusedPage } from '@/app/_server/refused-page';
import { report } from '@/app/_server/report';
import { Refusal } from '@/lib/core/errors';
import { isPayToken } from '@/lib/orders/rules';
import { isTestOutcome } from '@/lib/test-mode/outcome';
import { setTestOutcome } from '@/lib/test-mode/set-test-outcome';

type Params = { params: Promise<{ token: string }> };

const MOST_BYTES = 1_024;

/**
 * The panel of test mode: how the next payment of this order shall end, and back to its page. Every order that is
 * not one for tests is answered as if there were none.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  try {
    refuseOtherSites(request.headers);
    const { token } = await params;
    const form = new URLSearchParams(Buffer.from(await readBody(request, MOST_BYTES)).toString());
    const outcome = form.get('outcome');
    if (!isPayToken(token) || !isTestOutcome(outcome)) throw new Refusal('order_not_found');
    await setTestOutcome({ token, outcome });
    return seeOther(`/pay/${token}`);
  } catch (error) {
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
    return refusedPage(report(error, 'POST test outcome'), locale);
  }
}
