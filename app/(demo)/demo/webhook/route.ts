import { receiveShopNotice } from '@/lib/demo/receive-shop-notice';
import { openShop } from '../open-shop';

const STATUS = { recorded: 204, not_authentic: 400, not_in_our_books: 422 } as const;

/** Where the cashier tells the shop about money, from server to server. */
export async function POST(request: Request): Promise<Response> {
  const shop = openShop();
  const result = await receiveShopNotice(shop, await request.text(), request.headers);
  return new Response(null, { status: STATUS[result] });
}
