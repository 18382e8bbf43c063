import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { MethodMark } from './method-mark';
import type { CombineOffer } from './pay-words';

/** Above the ways to pay: the balance pays what it can, and the way chosen below pays the rest. */
export function CombineChoice({
  offer: { partFen, words },
  chosen,
  children,
}: {
  offer: CombineOffer;
  chosen: boolean;
  /** What proves that the balance is the shopper's own. */
  children: ReactNode;
}) {
  return (
    <Card flush className="method-row mb-3">
      <label className="flex min-h-17 cursor-pointer items-center gap-3 px-4 py-3.5">
        <MethodMark method="balance" />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold tabular-nums">{words.title}</span>
          <span className="block text-sm text-soft tabular-nums">{words.rest}</span>
          <span className="block text-sm text-warn tabular-nums">{words.why}</span>
        </span>
        <input
          type="checkbox"
          name="useBalance"
          defaultChecked={chosen}
          className="balance-switch"
        />
      </label>
      <div data-with="balance" className="balance-proof grid gap-4 ps-4 pe-4 pb-4 sm:ps-17">
        <input type="hidden" name="balancePartFen" value={partFen} />
        {children}
        <p className="text-sm text-soft">{words.how}</p>
      </div>
    </Card>
  );
}
