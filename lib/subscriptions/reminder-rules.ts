import type { Day } from '@/lib/core/beijing';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

/** "4月1日" */
const dayInChinese = (day: Day): string => {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
};

/**
 * The message before a renewal: who takes how much for what, from which day on, and how to stop it. A
 * link that anybody may open: which phone it is about is asked there.
 */
export function reminderText(facts: {
  merchant: { name: string; nameEn: string };
  subject: string;
  amount: Money;
  from: Day;
  address: string;
}): string {
  const { merchant, subject, amount, from, address } = facts;
  const sum = formatMoney(amount);
  return [
    `【收银台】您在${merchant.name}订阅的“${subject}”将于${dayInChinese(from)}起自动续费 ${sum}，从本机话费扣除。不想续费，请在此之前取消：${address}`,
    `Your subscription “${subject}” at ${merchant.nameEn} renews on ${from} or soon after: ${sum} from this phone’s bill. To stop it, cancel before then: ${address}`,
  ].join('\n');
}
