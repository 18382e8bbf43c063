import type { AgreementView } from '@/lib/agreements/agreement-view';

/** Can it be paid with now? Over its limit it may be tried: the bank's own word decides. */
export const isPayable = ({ underMaintenance }: AgreementView): boolean => !underMaintenance;
