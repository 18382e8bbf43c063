import type { getTranslations } from 'next-intl/server';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';

export type Translator = Awaited<ReturnType<typeof getTranslations>>;

const LIMITS = ['orderLeast', 'orderMost', 'dayMost'] as const;
/** Subjects whose value is one of a few that have words already, by where these stand. */
const CHOICES: Record<string, (value: string) => string> = {
  late_payment_policy: (value) => `merchant.terms.latePolicy.${value}`,
  refund_when_short: (value) => `refunds.policy.short.${value}.name`,
  shopper_refunds: (value) => `refunds.policy.shopper.${value}.name`,
  refund_fee: (value) => `refunds.policy.fee.${value}`,
  unclaimed_refund: (value) => `refunds.policy.unclaimed.${value}`,
};

/**
 * What was written down about a change, in the reader's words: roles, ways to pay, amounts, on and off. Names,
 * addresses and numbers stay as they are, and so does what nobody has words for.
 */
export function changeWords(t: Translator): (subject: string, value: string) => string {
  const known = (key: string, other: string): string => (t.has(key) ? t(key) : other);
  const word = (text: string): string =>
    known(
      `members.changes.value.${text.replace(/\W+/g, '_')}`,
      known(`members.role.${text}`, text),
    );
  const method = (text: string): string => {
    const name = known(`payments.method.${text.replace(/^-/, '')}`, text);
    return text.startsWith('-') ? t('members.changes.value.hidden', { method: name }) : name;
  };
  return (subject, value) => {
    const choice = CHOICES[subject]?.(value);
    if (choice !== undefined) return known(choice, value);
    if (subject === 'limits') return limitWords(value, t);
    if (subject === 'methods') return value.split(' ').filter(Boolean).map(method).join(' · ');
    // "bob@shop.example finance", "whe_… off: failing": whose it is, and then what.
    const [, whose = '', what = ''] = /^(\S+@\S+|whe_\w+) (\D.*)$/.exec(value) ?? [];
    return whose && !what.includes('/') ? `${whose} ${word(what)}` : word(value);
  };
}

/** "100 500000 -", in fen, as it is called where it is set. */
function limitWords(value: string, t: Translator): string {
  const limits = value.split(' ').flatMap((minor, place) => {
    const name = LIMITS[place];
    return name && /^\d+$/.test(minor)
      ? [`${t(`members.changes.value.${name}`)} ${formatMoney(cny(BigInt(minor)))}`]
      : [];
  });
  return limits.length > 0 ? limits.join(' · ') : t('merchantFigures.settings.limits.none');
}
