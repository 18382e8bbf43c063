import { cookies } from 'next/headers';
import { hostCookieOptions } from '@/app/_server/host-cookie';
import { DEMO_PHONE_COOKIE, DEMO_PHONES, HOST_COOKIE } from '@/app/_server/request-host';
import { openShop } from '../open-shop';

/** From the simulator's phone page: which handset it plays in this browser from now on, or none (`off`). */
export async function GET(request: Request): Promise<Response> {
  const shop = openShop();
  const asked = new URL(request.url).searchParams.get('state');
  const phone = DEMO_PHONES.find((one) => one === asked);
  const kept = await cookies();
  kept.set(DEMO_PHONE_COOKIE, phone ?? '', {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: shop.origin.startsWith('https:'),
    ...(phone ? {} : { maxAge: 0 }),
  });
  // Another handset has another answer.
  kept.set(HOST_COOKIE, '', { ...hostCookieOptions(), maxAge: 0 });
  return new Response(null, {
    status: 303,
    headers: { Location: `${shop.origin}/demo`, 'Cache-Control': 'no-store' },
  });
}
