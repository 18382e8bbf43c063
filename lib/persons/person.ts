/** A natural person, as much of them as may be shown. */
export interface Person {
  id: string;
  nameMasked: string;
  idNoMasked: string;
  /** How many outside sources have confirmed who this is. */
  sources: number;
}
