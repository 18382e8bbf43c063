import { type StartPayment, startPayment } from '@/lib/payments/start-payment';

/** startPayment for a process that is told by JSON, which has no bigint. */
export const startMixed = ({ part, ...rest }: StartPayment & { part: string }) =>
  startPayment({ ...rest, balancePartFen: BigInt(part) });
