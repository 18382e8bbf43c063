import type { Journal } from '../state/journal';
import type { Agreement, Transaction } from './records';
import type { NetsUnionScript, Permissions } from './schema';

/** The channel's part of what the simulator keeps. */
export class NetsUnionRecords {
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  saveTransaction(transaction: Transaction): Transaction {
    this.#journal.put(`netsunion/${transaction.trxId}`, transaction);
    return transaction;
  }

  findTransaction(trxId: string): Transaction | undefined {
    return this.#journal.get<Transaction>(`netsunion/${trxId}`);
  }

  /** Oldest first. */
  listTransactions(): Transaction[] {
    return this.#journal.list<Transaction>('netsunion/');
  }

  saveAgreement(agreement: Agreement): void {
    this.#journal.put(`netsunion-agreement/${agreement.sgnNo}`, agreement);
  }

  findAgreement(sgnNo: string): Agreement | undefined {
    return this.#journal.get<Agreement>(`netsunion-agreement/${sgnNo}`);
  }

  removeAgreement(sgnNo: string): void {
    this.#journal.remove(`netsunion-agreement/${sgnNo}`);
  }

  saveScript(script: NetsUnionScript): NetsUnionScript {
    this.#journal.put(`netsunion-script/${script.id}`, script);
    return script;
  }

  removeScript(id: number): void {
    this.#journal.remove(`netsunion-script/${id}`);
  }

  listScripts(): NetsUnionScript[] {
    return this.#journal.list<NetsUnionScript>('netsunion-script/');
  }

  savePermissions(permissions: Permissions): void {
    this.#journal.put(`netsunion-contract/${permissions.merchantNo}`, permissions);
  }

  permissionsOf(merchantNo: string): Permissions {
    const known = this.#journal.get<Permissions>(`netsunion-contract/${merchantNo}`);
    return known ?? { merchantNo, agreements: true, silentSigning: true };
  }
}
