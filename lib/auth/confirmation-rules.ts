import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { CONFIRMED, type ConfirmationPurpose, type ConfirmationSubject } from './confirmation';

const purposeOf = (subject: ConfirmationSubject): ConfirmationPurpose =>
  subject.split(':')[0] as ConfirmationPurpose;

/**
 * The text of a confirmation code. It says what the code is for and how much is at stake, so that
 * nobody reads it out to a caller thinking that it is for something else.
 */
export function confirmationText(facts: {
  code: string;
  subject: ConfirmationSubject;
  amount?: Money;
  host: string;
  minutes: number;
}): string {
  const { code, subject, amount, host, minutes } = facts;
  const { zh, en } = CONFIRMED[purposeOf(subject)];
  const sum = amount ? ` ${formatMoney(amount)}` : '';
  return [
    `【收银台】${zh}${sum}，验证码 ${code}，${minutes} 分钟内有效，请勿告诉任何人。`,
    `Code ${code} confirms ${en}${sum && `:${sum}`}. It works for ${minutes} minutes. Tell it to nobody.`,
    '',
    `@${host} #${code}`,
  ].join('\n');
}
