import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { changeSetting } from './change-setting';
import { getMerchant } from './get-merchant';
import { updateMethods } from './settings-store';

/** The ways to pay that there are; what of them is offered is decided for every order (`methods`). */
export const METHODS = ['balance', 'quickpass', 'card', 'carrier'] as const;
export type MerchantMethod = (typeof METHODS)[number];

/**
 * Which ways to pay the merchant's page offers from now on, and in which order. One that is not named is
 * hidden. Refusals: not_permitted, methods_none (all of them hidden), not_found.
 */
export async function setMethods({
  by,
  shown,
}: {
  by: MerchantActor;
  /** In their order; each once. */
  shown: readonly MerchantMethod[];
}): Promise<void> {
  requireMerchantMay(by, 'settings.change');
  const methodOrder = [...new Set(shown)];
  if (methodOrder.length === 0) throw new Refusal('methods_none');
  const hiddenMethods = METHODS.filter((method) => !methodOrder.includes(method));
  const { merchantId } = by;
  await changeSetting({
    by,
    subject: 'methods',
    read: async (tx) => textOf(await getMerchant(merchantId, tx)),
    text: textOf({ methodOrder, hiddenMethods }),
    apply: (tx) => updateMethods(tx, merchantId, { methodOrder, hiddenMethods }),
  });
}

/** "card balance -carrier -quickpass": those that were put in order, then what is hidden. */
const textOf = ({
  methodOrder,
  hiddenMethods,
}: {
  methodOrder: readonly string[];
  hiddenMethods: readonly string[];
}): string => [...methodOrder, ...hiddenMethods.toSorted().map((method) => `-${method}`)].join(' ');
