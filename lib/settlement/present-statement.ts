import { titleOf } from '@/lib/ledger/sentence';
import type { Money } from '@/lib/money/money';
import type { MerchantMoney } from './get-merchant-money';
import type { MonthlyStatement } from './monthly-statement';
import { ACCOUNT_NAMES, type BalanceAnswer, type StatementAnswer } from './statement-schema';

const fen = ({ amountMinor }: Money): number => Number(amountMinor);

/** What a merchant has, as the merchant API shows it. */
export const presentMerchantMoney = (money: MerchantMoney): BalanceAnswer => ({
  currency: 'CNY',
  state: money.state,
  balance: fen(money.balance),
  available: fen(money.available),
  held: fen(money.held),
  pending: fen(money.pending),
  late: fen(money.late),
  refunds_under_way: fen(money.refundsUnderWay),
  refunds_queued: fen(money.refundsQueued),
});

/** A merchant's month as the merchant API shows it. */
export const presentStatement = (statement: MonthlyStatement): StatementAnswer => ({
  month: statement.month,
  from: statement.from,
  to: statement.to,
  currency: 'CNY',
  final: statement.isFinal,
  fee: fen(statement.fee),
  accounts: statement.accounts.map(({ subject, opening, closing, kinds, ...moved }) => ({
    account: ACCOUNT_NAMES[subject],
    opening: fen(opening),
    in: fen(moved.in),
    out: fen(moved.out),
    closing: fen(closing),
    kinds: kinds.map((kind) => ({
      event: kind.event,
      title: { zh: titleOf(kind.event, 'zh-CN'), en: titleOf(kind.event, 'en') },
      count: kind.count,
      in: fen(kind.in),
      out: fen(kind.out),
    })),
  })),
});
