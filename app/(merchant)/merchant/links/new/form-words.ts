import { getTranslations } from 'next-intl/server';

const FIELDS = ['subject', 'amount', 'least', 'most', 'uses', 'ends', 'returnUrl'] as const;
type Field = (typeof FIELDS)[number];

const options = <Value extends string>(values: readonly Value[], t: (key: Value) => string) =>
  values.map((value) => ({ value, label: t(value) }));

/** What the form for a new link says, in the reader's language. */
export async function linkFormWords() {
  const t = await getTranslations('paymentLinks.new');
  const fields = Object.fromEntries(
    FIELDS.map((name) => [
      name,
      { label: t(`field.${name}.label`), hint: t(`field.${name}.hint`) },
    ]),
  ) as Record<Field, { label: string; hint: string }>;
  return {
    fields,
    kind: {
      legend: t('kind.legend'),
      options: options(['fixed', 'open'], (one) => t(`kind.${one}`)),
    },
    goods: {
      legend: t('goods.legend'),
      options: options(['digital', 'physical'], (one) => t(`goods.${one}`)),
    },
    more: t('more'),
    submit: t('submit'),
    pending: t('pending'),
    broken: t('broken'),
  };
}
