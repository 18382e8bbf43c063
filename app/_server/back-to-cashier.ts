import { after } from 'next/server';
import { readKept } from '@/lib/auth/kept-cookie';
import { askNow } from '@/lib/payments/ask-now';
import { seeOther } from './channel-route';
import { report } from './report';

/**
 * For a browser that a channel sends back without a word, as after a cancelled payment: to the order
 * it was paying, as the browser itself remembers, whose channel is then asked; else to the front door.
 */
export async function backToCashier(): Promise<Response> {
  const token = (await readKept('lastCashier')) ?? '';
  if (!/^[\w-]{43}$/.test(token)) return seeOther('/');
  after(async () => {
    try {
      await askNow({ token });
    } catch (error) {
      report(error, 'ask after a silent return');
    }
  });
  return seeOther(`/pay/${token}/result`);
}
