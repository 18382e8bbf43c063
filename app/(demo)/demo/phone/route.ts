import { DEMO_PHONES } from '@/app/_server/request-host';
import { dropKept, keepInCookie } from '@/lib/auth/kept-cookie';
import { openShop } from '../open-shop';

/** From the simulator's phone page: which handset it plays in this browser from now on, or none (`off`). */
export async function GET(request: Request): Promise<Response> {
  const shop = openShop();
  const asked = new URL(request.url).searchParams.get('state');
  const phone = DEMO_PHONES.find((one) => one === asked);
  if (phone) await keepInCookie('demoPhone', phone);
  else await dropKept('demoPhone');
  // Another handset has another answer.
  await dropKept('host');
  return new Response(null, {
    status: 303,
    headers: { Location: `${shop.origin}/demo`, 'Cache-Control': 'no-store' },
  });
}
