import { getTranslations } from 'next-intl/server';

/** "the bank refused it: card_invalid": what happened, and a code of the reason behind it. */
const CODED = /^(the bank (?:refused it|sent it back)|the balance cannot take it): (.*)$/;

const keyOf = (cause: string): string => cause.toLowerCase().replace(/[^a-z]+/g, '_');

/** What the system itself gives as a reason has words of its own; what people wrote is shown as it is. */
export async function causeWords(): Promise<(cause: string) => string> {
  const t = await getTranslations('officeCase.timeline.why');
  const failure = await getTranslations('payments.failure');
  return (cause) => {
    const [, what = cause, reason] = CODED.exec(cause) ?? [];
    const key = keyOf(what);
    if (!t.has(key as 'to_the_balance')) return cause;
    const known = reason && failure.has(reason as 'other') ? reason : 'other';
    return t(key as 'to_the_balance', { reason: failure(known as 'other') });
  };
}
