/**
 * What each answer says to a browser about itself, written down a second time: the test compares it with what comes, for every
 * page and route in the tree, so that a new room has to be decided here, too. The first line that fits counts.
 */
export interface HeaderLine {
  /** Of the address as Next writes it: "/pay/[token]/go". */
  at: RegExp;
  /**
   * payment: scripts by this answer's nonce, forms to the channels' gateways alone; page: scripts and forms of our own;
   * plain: nothing but words; program: nothing is drawn; none: no policy, so nothing that a browser would draw.
   */
  policy: 'payment' | 'page' | 'plain' | 'program' | 'none';
  /** What other sites hear of the address: its site, or nothing at all. */
  referrer?: 'same-origin';
  /** Cut off from whoever opened it; a payment page must stay its shop's window. */
  alone?: true;
  /** The same for everybody and no secret: may be kept. */
  kept?: true;
}

export const HEADER_LINES: readonly HeaderLine[] = [
  { at: /^\/pay$|^\/pay\/\[token\]\/(status|events)$/, policy: 'none' },
  { at: /^\/(pay|l)\//, policy: 'payment' },
  { at: /^\/claim\//, policy: 'payment', referrer: 'same-origin' },
  { at: /^\/gallery\/empty$/, policy: 'payment' },
  { at: /^\/gallery\/plain\//, policy: 'none' },
  { at: /^\/(trouble|unknown-link|unknown-order)$/, policy: 'plain' },
  { at: /^\/join\//, policy: 'page', referrer: 'same-origin', alone: true },
  { at: /^\/office\/attachments\/\[id\]$/, policy: 'none', alone: true },
  { at: /^\/(office|merchant|sign-in\/staff)(\/|$)/, policy: 'page', alone: true },
  { at: /^\/(sign-in|wallet|subscriptions|receipt|demo|docs|gallery)(\/|$)/, policy: 'page' },
  { at: /^\/$/, policy: 'page' },
  { at: /^\/logo\//, policy: 'page', kept: true },
  { at: /^\/api\/auth\//, policy: 'page' },
  { at: /^\/api\/(openapi\.json|signing-key)$/, policy: 'program', kept: true },
  { at: /^\/api\//, policy: 'program' },
];

export const lineOf = (address: string): HeaderLine | undefined =>
  HEADER_LINES.find(({ at }) => at.test(address));
