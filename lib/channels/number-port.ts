import type { CarrierCode, NoAnswer } from './port';

/** Whose number it is: the carrier's word, also after it was ported (携号转网). */
export interface NumberLookup {
  /** undefined: nobody's; otherwise a NoAnswer where nothing was learned. `phone` is E.164. */
  find(phone: string): Promise<NumberFacts | NoAnswer | undefined>;
}

export interface NumberFacts {
  kind: 'found';
  carrier: CarrierCode;
  /** Two digits of the province by GB/T 2260 ("41" is 河南); null where the carrier does not say. */
  province: string | null;
  ported: boolean;
}
