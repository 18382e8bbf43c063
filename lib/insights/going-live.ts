/** What is looked at before a merchant goes live, in the order that it is best done in. */
export const GOING_LIVE_CHECKS = [
  'key_used',
  'order_paid',
  'refund_tried',
  'endpoint_answers',
  'test_event',
  'return_origin',
  'logo',
  'authenticator',
  'live_opened',
] as const;
export type GoingLiveCheck = (typeof GOING_LIVE_CHECKS)[number];

export interface CheckedForLive {
  check: GoingLiveCheck;
  done: boolean;
}
