/** One order in a channel's own list; a return names what it is of. */
export interface AtChannel {
  orderId: string;
  kind: string;
  state: string;
  txnAmt: string;
  origQryId?: string | undefined;
  queryId?: string | undefined;
}

/** A channel as its simulator keeps it. */
export interface ChannelList {
  orders(): Promise<AtChannel[]>;
}
