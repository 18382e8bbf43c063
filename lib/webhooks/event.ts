/** Something that happened, as its merchant is told about it, whether or not there is an endpoint. */
export interface MerchantEvent {
  /** "evt_…": also the webhook-id. */
  id: string;
  topic: string;
  /** What it is counted under: the order, or the object itself. */
  objectId: string;
  sequence: number;
  createdAt: Date;
  /** To the byte what is signed and sent. */
  body: string;
}
