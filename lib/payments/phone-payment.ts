import type { CarrierCode, CarrierMode } from '@/lib/channels/port';

/** The bill of one phone that an attempt charges. The number itself rests in the vault until it is decided. */
export interface PhonePayment {
  attemptId: string;
  orderId: string;
  lineId: string;
  carrier: CarrierCode;
  /** Two digits by GB/T 2260. */
  province: string;
  feePoint: string;
  mode: CarrierMode;
  phoneHash: string;
  phoneMasked: string;
  phoneItemId: string | null;
  consentVersion: string;
  /** What the channel wants to see a code with. */
  codeRef: string | null;
  /** Codes typed in. */
  codeTries: number;
  codeExpiresAt: Date | null;
  /** When the last one was: whoever handed it on may have died on the way. */
  codeTakenAt: Date | null;
  /** The carrier knows nobody under this number: no code was sent, and nobody is told so. */
  payerUnknown: boolean;
}
