import { getTranslations } from 'next-intl/server';
import type { ListedContract } from '@/lib/contracts/listed-contract';
import { PERMISSIONS_OF } from '@/lib/contracts/rules';
import { formatAmount } from '@/lib/money/format-money';

/** The form of a contract's terms: what holds now, and the words around it. */
export async function termsFields(contract: ListedContract) {
  const t = await getTranslations('office.channels');
  const { channel, id, permissions, debitCostMillionths, creditCostMillionths } = contract;
  return {
    channel,
    contractId: id ?? '',
    permissions: PERMISSIONS_OF[channel].map((permission) => ({
      permission,
      label: t(`permission.${permission}`),
      granted: permissions.includes(permission),
    })),
    values: {
      debitCost: String(debitCostMillionths / 10_000),
      creditCost: String(creditCostMillionths / 10_000),
      least: contract.least ? formatAmount(contract.least) : '',
      most: contract.most ? formatAmount(contract.most) : '',
      hours: contract.hours ?? '',
    },
    words: {
      covers: t('covers'),
      debitCost: t('debitCostField'),
      creditCost: t('creditCostField'),
      least: t('leastField'),
      most: t('mostField'),
      hours: t('hoursField'),
      hoursHint: t('hoursHint'),
      limitHint: t('limitHint'),
      cause: t('cause'),
      causeHint: t('causeHint'),
      submit: t('agree'),
      pending: t('agreeing'),
      broken: t('broken'),
    },
  };
}
