import enCashier from '@/app/_messages/en/cashier.json';
import enDemo from '@/app/_messages/en/demo.json';
import enReceipt from '@/app/_messages/en/receipt.json';
import enTestMode from '@/app/_messages/en/test-mode.json';
import enTold from '@/app/_messages/en/words.json';
import zhCashier from '@/app/_messages/zh-CN/cashier.json';
import zhDemo from '@/app/_messages/zh-CN/demo.json';
import zhReceipt from '@/app/_messages/zh-CN/receipt.json';
import zhTestMode from '@/app/_messages/zh-CN/test-mode.json';
import zhTold from '@/app/_messages/zh-CN/words.json';

/** What the pages say in one language: a test looks for the words that a person would look for. */
export interface Words {
  cashier: typeof zhCashier;
  demo: typeof zhDemo;
  /** What happened, whether money was taken, what to do next. */
  told: typeof zhTold;
  receipt: typeof zhReceipt;
  testMode: typeof zhTestMode;
  goods: Record<GoodsCode, string>;
  gateway: typeof ZH_GATEWAY;
}
export type GoodsCode = 'coins' | 'music' | 'cloud' | 'shirt' | 'test';

const ZH_GATEWAY = { confirm: '确认支付', code: '短信验证码', paid: '支付成功', back: '返回商户' };
const EN_GATEWAY = {
  confirm: 'Confirm payment',
  code: 'SMS code',
  paid: 'Payment successful',
  back: 'Return to merchant',
};

const WORDS: Record<'zh-CN' | 'en', Words> = {
  'zh-CN': {
    cashier: zhCashier,
    demo: zhDemo,
    goods: {
      coins: '游戏金币 60 枚',
      music: '音乐会员',
      cloud: '云盘会员',
      shirt: '亚麻短袖衬衫',
      test: '一分钱测试商品',
    },
    gateway: ZH_GATEWAY,
    told: zhTold,
    receipt: zhReceipt,
    testMode: zhTestMode,
  },
  en: {
    cashier: enCashier,
    demo: enDemo,
    goods: {
      coins: '60 game coins',
      music: 'Music membership',
      cloud: 'Cloud drive membership',
      shirt: 'Linen shirt',
      test: 'One-fen test item',
    },
    gateway: EN_GATEWAY,
    told: enTold,
    receipt: enReceipt,
    testMode: enTestMode,
  },
};

export const wordsOf = (locale: string | undefined): Words =>
  WORDS[locale?.startsWith('en') ? 'en' : 'zh-CN'];

/** A message with its arguments filled in. */
export const fill = (message: string, values: Record<string, string>): string =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
