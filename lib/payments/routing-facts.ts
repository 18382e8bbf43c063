import type { Contract } from '@/lib/contracts/contract';
import type { ContractTerms } from '@/lib/routing/route';

/** A contract as routing wants to know it. */
export const termsOf = ({ permissions, least, most, ...terms }: Contract): ContractTerms => ({
  permissions,
  leastMinor: least?.amountMinor ?? null,
  mostMinor: most?.amountMinor ?? null,
  hours: terms.hours,
  debitCostMillionths: terms.debitCostMillionths,
  creditCostMillionths: terms.creditCostMillionths,
});
