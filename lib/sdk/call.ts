/** What one call may be told besides its own fields. */
export interface CallOptions {
  /**
   * For calls that change something. Give one of your own (the order's number, say) where a repeat may come from
   * another process of yours; else one is made, and kept through all tries of this call.
   */
  idempotencyKey?: string;
  /** Ends the call from your side. */
  signal?: AbortSignal;
}

/** One call of the API, as the generated methods hand it on. */
export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With its ids in it. */
  path: string;
  query?: object;
  /** Sent as JSON; a text goes as the CSV file that it is. */
  body?: object | string;
  options?: CallOptions;
}
