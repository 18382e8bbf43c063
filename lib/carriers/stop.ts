import type { CarrierCode } from '@/lib/channels/port';

/** A merchant whose payments on a line are stopped, because too many of a month were complained about. */
export interface CarrierStop {
  id: string;
  merchantId: string;
  lineId: string;
  lineName: string;
  carrier: CarrierCode;
  /** "2026-10" */
  month: string;
  complaints: number;
  payments: number;
  stoppedAt: Date;
  liftedAt: Date | null;
  liftedBy: string | null;
}
