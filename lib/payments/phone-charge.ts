import type { ChargeObstacle } from '@/lib/carriers/line';
import type { CarrierCode, CarrierMode } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';

/** What the page may say about charging one phone, before anything is sent to it. */
export interface PhoneCharge {
  phoneMasked: string;
  carrier: CarrierCode | null;
  /** Two digits by GB/T 2260. */
  province: string | null;
  ported: boolean;
  charge:
    | {
        kind: 'open';
        /** What will probably be asked of the shopper; the carrier's answer decides. */
        mode: CarrierMode;
        amount: Money;
        /** As it will stand on the bill. */
        billText: string;
        leftToday: Money | null;
        leftThisMonth: Money | null;
      }
    | { kind: 'closed'; obstacle: ChargeObstacle };
}
