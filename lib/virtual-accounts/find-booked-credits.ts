import { selectPostedKeys } from './credit-store';
import { bankCreditKey } from './rules';

/** Which of these bank references are in the books already, credited or in suspense. */
export async function findBookedCredits(bankReferences: readonly string[]): Promise<Set<string>> {
  const posted = new Set(await selectPostedKeys(bankReferences.map(bankCreditKey)));
  return new Set(bankReferences.filter((reference) => posted.has(bankCreditKey(reference))));
}
