/** What the shop sells. Prices are fen and live here, on the server; a form names only the goods. */
export interface Goods {
  code: string;
  amountMinor: bigint;
  kind: 'digital' | 'physical';
  /** How the shop sends the shopper to the cashier: by an API order, or by a link that it signs itself. */
  way: 'api' | 'link';
  /** Charged again every period, until somebody cancels. */
  subscription?: 'natural_month' | 'rolling_31';
  name: { 'zh-CN': string; en: string };
}

export const GOODS = [
  {
    code: 'coins',
    amountMinor: 600n,
    kind: 'digital',
    way: 'link',
    name: { 'zh-CN': '游戏金币 60 枚', en: '60 game coins' },
  },
  {
    code: 'music',
    amountMinor: 1_500n,
    kind: 'digital',
    way: 'api',
    subscription: 'natural_month',
    name: { 'zh-CN': '音乐会员', en: 'Music membership' },
  },
  {
    code: 'cloud',
    amountMinor: 1_000n,
    kind: 'digital',
    way: 'api',
    subscription: 'rolling_31',
    name: { 'zh-CN': '云盘会员', en: 'Cloud drive membership' },
  },
  {
    code: 'shirt',
    amountMinor: 6_800n,
    kind: 'physical',
    way: 'api',
    name: { 'zh-CN': '亚麻短袖衬衫', en: 'Linen shirt' },
  },
  {
    code: 'test',
    amountMinor: 1n,
    kind: 'digital',
    way: 'api',
    name: { 'zh-CN': '一分钱测试商品', en: 'One-fen test item' },
  },
] as const satisfies readonly Goods[];

export type GoodsCode = (typeof GOODS)[number]['code'];

export const goodsByCode = (code: unknown): Goods | undefined =>
  GOODS.find((goods) => goods.code === code);
