import { cny, type Money } from '@/lib/money/money';

export type BankCode =
  | 'icbc'
  | 'abc'
  | 'boc'
  | 'ccb'
  | 'bocom'
  | 'psbc'
  | 'cmb'
  | 'citic'
  | 'ceb'
  | 'cmbc'
  | 'spdb'
  | 'cib'
  | 'pab'
  | 'hxb'
  | 'cgb'
  | 'test_6200'
  | 'test_6222'
  | 'test_6217'
  | 'test_6214'
  | 'test_6228'
  | 'test_6225';

/** What a bank lets agreement payments (协议支付) take, of one payment and of one day. */
export interface Limits {
  single: Money;
  daily: Money;
}

export interface Bank {
  zh: string;
  en: string;
  /** Of the tile that stands for its logo: white on it is easy to read, and it is seen on light and dark. */
  colour: string;
  limits: { debit: Limits; credit: Limits };
  /** When it takes no agreement payments, every day in Beijing: "HH:MM-HH:MM", perhaps over midnight. */
  maintenance: readonly string[];
}

const yuan = (amount: number): Money => cny(BigInt(amount) * 100n);
const limits = (single: number, daily: number): Limits => ({
  single: yuan(single),
  daily: yuan(daily),
});

const bank = (
  [zh, en]: [string, string],
  colour: string,
  debit: Limits,
  credit: Limits,
  maintenance: readonly string[] = [],
): Bank => ({ zh, en, colour, limits: { debit, credit }, maintenance });

/**
 * The catalogue. Limits and hours are the banks' own and differ by contract: these are the cautious
 * ones that a new contract starts with, shown to the shopper; the channel's word decides.
 */
export const BANKS: Readonly<Record<BankCode, Bank>> = {
  icbc: bank(['工商银行', 'ICBC'], '#cc141e', limits(50_000, 50_000), limits(20_000, 50_000)),
  abc: bank(['农业银行', 'ABC'], '#00776b', limits(10_000, 50_000), limits(10_000, 20_000)),
  boc: bank(
    ['中国银行', 'Bank of China'],
    '#c4253f',
    limits(50_000, 50_000),
    limits(20_000, 50_000),
  ),
  ccb: bank(['建设银行', 'CCB'], '#0e62d3', limits(50_000, 100_000), limits(20_000, 50_000)),
  bocom: bank(['交通银行', 'BOCOM'], '#3162c5', limits(10_000, 10_000), limits(10_000, 20_000)),
  psbc: bank(['邮储银行', 'PSBC'], '#00784b', limits(5_000, 5_000), limits(5_000, 5_000), [
    '23:30-00:10',
  ]),
  cmb: bank(['招商银行', 'CMB'], '#c91e34', limits(50_000, 50_000), limits(20_000, 50_000)),
  citic: bank(
    ['中信银行', 'CITIC Bank'],
    '#c62331',
    limits(10_000, 20_000),
    limits(10_000, 20_000),
  ),
  ceb: bank(['光大银行', 'CEB'], '#a330bb', limits(50_000, 50_000), limits(20_000, 50_000)),
  cmbc: bank(['民生银行', 'CMBC'], '#007657', limits(50_000, 50_000), limits(10_000, 20_000)),
  spdb: bank(['浦发银行', 'SPDB'], '#2762ce', limits(50_000, 50_000), limits(10_000, 20_000)),
  cib: bank(['兴业银行', 'CIB'], '#0066c5', limits(50_000, 50_000), limits(10_000, 20_000)),
  pab: bank(
    ['平安银行', 'Ping An Bank'],
    '#b54708',
    limits(50_000, 50_000),
    limits(20_000, 50_000),
  ),
  hxb: bank(
    ['华夏银行', 'Hua Xia Bank'],
    '#c32934',
    limits(10_000, 20_000),
    limits(10_000, 20_000),
  ),
  cgb: bank(['广发银行', 'CGB'], '#c8222a', limits(50_000, 50_000), limits(20_000, 50_000)),
  // Made up, as the rail simulator has them.
  test_6200: bank(
    ['测试银行', 'Test Bank'],
    '#526888',
    limits(50_000, 200_000),
    limits(20_000, 50_000),
  ),
  test_6222: bank(
    ['样例银行', 'Sample Bank'],
    '#2c5ce3',
    limits(10_000, 20_000),
    limits(10_000, 20_000),
  ),
  test_6217: bank(
    ['演示银行', 'Demo Bank'],
    '#047857',
    limits(5_000, 10_000),
    limits(5_000, 10_000),
  ),
  test_6214: bank(
    ['示范银行', 'Model Bank'],
    '#7c3aed',
    limits(50_000, 50_000),
    limits(20_000, 50_000),
  ),
  test_6228: bank(
    ['练习银行', 'Practice Bank'],
    '#b45309',
    limits(50_000, 50_000),
    limits(20_000, 50_000),
    ['02:00-02:30'],
  ),
  test_6225: bank(
    ['模拟银行', 'Mock Bank'],
    '#ca1340',
    limits(50_000, 50_000),
    limits(20_000, 50_000),
  ),
};

export const isBankCode = (code: string): code is BankCode => Object.hasOwn(BANKS, code);
