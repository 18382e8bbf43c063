import { selectNewestCertificate } from './certificate-store';
import type { Contract, ContractChannel } from './contract';
import { environmentContract, withCertificate } from './environment';
import { selectContract } from './store';

/** The contract that something ran under, ended or not; null is the environment's. */
export async function getContract(
  contractId: string | null,
  channel: ContractChannel,
): Promise<Contract> {
  const contract = contractId ? await selectContract(contractId) : environmentContract(channel);
  const newest = await selectNewestCertificate(channel);
  return withCertificate(contract, newest?.pem ?? null);
}
