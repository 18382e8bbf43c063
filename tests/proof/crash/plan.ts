/** One way for a payment and what follows it to go wrong, and to be carried on. */
export interface Crash {
  /** Where whoever serves the shopper dies; the second time it is passed where the name says so. */
  app: string | null;
  /** Where whoever asks the channel dies, and whether the next one dies there, too. */
  worker: string | null;
  recoveryToo: boolean;
  /** What the channel loses of the payment. */
  channel: (typeof CHANNEL)[number];
  /**
   * When the second payer comes, who pays from a balance: before the first one has confirmed at the channel, right
   * after it, before anybody here knows of it, or when all else has come to nothing.
   */
  second: (typeof SECOND)[number];
}

const CHANNEL = ['ok', 'request lost', 'reply lost'] as const;
const SECOND = ['first', 'between', 'last'] as const;

interface Moments {
  app: readonly string[];
  worker: readonly string[];
  /** All that can be crossed; else the second payer comes at each of their times in turn, and a recovery dies, too. */
  whole?: boolean;
}

const CALL = ['pay.committed', 'pay.answered'];
/** The code is asked for in one call, and handed over in another. */
const TWO_CALLS = [...CALL, ...CALL.map((moment) => `${moment}*2`)];
const SETTLE = ['settle.moved', 'settle.committed'];
/** Our word about what is held for us. */
const CONFIRM = ['confirm.committed', 'confirm.answered'];

/** How the first payer may pay, and where whoever serves them and whoever asks can die. */
export const WAYS = {
  QuickPass: { app: CALL, worker: SETTLE, whole: true },
  'QuickPass beside a balance': { app: CALL, worker: SETTLE },
  'card at UnionPay': { app: CALL, worker: SETTLE, whole: true },
  'card with a code at UnionPay': { app: TWO_CALLS, worker: SETTLE },
  'card with a code at NetsUnion': { app: TWO_CALLS, worker: SETTLE },
  'phone bill': { app: [...TWO_CALLS, ...CONFIRM], worker: [...CONFIRM, ...SETTLE] },
} satisfies Record<string, Moments>;
export type Way = keyof typeof WAYS;

/** Every crash of a payment once; a recovery can only die where a worker has. */
export function crashes(way: Way): Crash[] {
  const { app, worker, whole = false }: Moments = WAYS[way];
  return orLives(app).flatMap((app, a) =>
    orLives(worker).flatMap((worker, w) =>
      CHANNEL.flatMap((channel, c) =>
        SECOND.filter((_, s) => whole || s === (a + w + c) % SECOND.length).flatMap((second) =>
          recoveries(worker, whole).map((recoveryToo) => ({
            ...{ app, worker, channel, second, recoveryToo },
          })),
        ),
      ),
    ),
  );
}

const recoveries = (worker: string | null, whole: boolean): boolean[] => {
  if (!worker) return [false];
  return whole ? [false, true] : [true];
};

const orLives = (moments: readonly string[]) => [...moments, null];

const COMES = {
  first: 'second payer first',
  between: 'second payer in between',
  last: 'second payer last',
};

/** A crash in a line of a table. */
export const nameOf = (way: Way, { app, worker, recoveryToo, channel, second }: Crash): string =>
  [
    `${way}, app ${app ?? 'lives'}`,
    `worker ${worker ?? 'lives'}${recoveryToo ? ' twice' : ''}`,
    channel,
    COMES[second],
  ].join(', ');

/** One way for a refund to go wrong, and to be carried on. */
export interface RefundCrash {
  app: 'refund.committed' | 'refund.answered' | null;
  worker: 'refund.moved' | 'refund.settled' | null;
  recoveryToo: boolean;
  channel: 'ok' | 'request lost' | 'reply lost';
}

const REFUND_WORKER = ['refund.moved', 'refund.settled', null] as const;

export const refundCrashes = (): RefundCrash[] =>
  (['refund.committed', 'refund.answered', null] as const).flatMap((app) =>
    REFUND_WORKER.flatMap((worker) =>
      CHANNEL.flatMap((channel) =>
        (worker ? [false, true] : [false]).map((recoveryToo) => ({
          ...{ app, worker, channel, recoveryToo },
        })),
      ),
    ),
  );

export const refundNameOf = ({ app, worker, recoveryToo, channel }: RefundCrash): string =>
  [
    `refund, app ${app ?? 'lives'}`,
    `worker ${worker ?? 'lives'}${recoveryToo ? ' twice' : ''}`,
    channel,
  ].join(', ');

/** One way for a notice to go wrong, and to be carried on. */
export interface NoticeCrash {
  app: 'notice.kept' | null;
  worker: 'settle.moved' | 'settle.committed' | 'notice.processed' | null;
  recoveryToo: boolean;
  /** Does the channel's first answer about it get lost? */
  query: 'ok' | 'lost';
}

const NOTICE_WORKER = ['settle.moved', 'settle.committed', 'notice.processed', null] as const;

export const noticeCrashes = (): NoticeCrash[] =>
  (['notice.kept', null] as const).flatMap((app) =>
    NOTICE_WORKER.flatMap((worker) =>
      (['ok', 'lost'] as const).flatMap((query) =>
        (worker ? [false, true] : [false]).map((recoveryToo) => ({
          ...{ app, worker, query, recoveryToo },
        })),
      ),
    ),
  );

export const noticeNameOf = ({ app, worker, recoveryToo, query }: NoticeCrash): string =>
  [
    `notice, app ${app ?? 'lives'}`,
    `worker ${worker ?? 'lives'}${recoveryToo ? ' twice' : ''}`,
    `query ${query}`,
  ].join(', ');

/** One way for what a merchant is told to go wrong, and to be carried on. */
export interface WebhookCrash {
  worker: 'webhook.made' | 'webhook.claimed' | 'webhook.answered' | 'webhook.noted';
  recoveryToo: boolean;
  endpoint: 'ok' | 'fails';
}

const TELLING = ['webhook.made', 'webhook.claimed', 'webhook.answered', 'webhook.noted'] as const;

export const webhookCrashes = (): WebhookCrash[] =>
  TELLING.flatMap((worker) =>
    (['ok', 'fails'] as const).flatMap((endpoint) =>
      [false, true].map((recoveryToo) => ({ worker, endpoint, recoveryToo })),
    ),
  );

export const webhookNameOf = ({ worker, recoveryToo, endpoint }: WebhookCrash): string =>
  `webhook, worker ${worker}${recoveryToo ? ' twice' : ''}, endpoint ${endpoint}`;

export const PAID_OUT = ['withdrawal', 'refund by transfer'] as const;
export type PaidOut = (typeof PAID_OUT)[number];

/** One way for money that leaves for a card to go wrong, and to be carried on; a recovery always dies, too. */
export interface PayoutCrash {
  app: string | null;
  worker: string | null;
  channel: (typeof CHANNEL)[number];
}

const PAYING_OUT = ['payout.committed', 'payout.answered', 'payout.moved', 'payout.settled'];

export const payoutCrashes = (): PayoutCrash[] =>
  orLives(PAYING_OUT).flatMap((app) =>
    orLives(PAYING_OUT).flatMap((worker) => CHANNEL.map((channel) => ({ app, worker, channel }))),
  );

export const payoutNameOf = (paid: PaidOut, { app, worker, channel }: PayoutCrash): string =>
  `${paid}, app ${app ?? 'lives'}, worker ${worker ? `${worker} twice` : 'lives'}, ${channel}`;

/** One way for a subscription's renewal to go wrong, and to be carried on; a recovery always dies, too. */
export interface RenewalCrash {
  /** Where whoever takes the step dies. */
  step: string | null;
  /** Where whoever asks the carrier dies. */
  worker: string | null;
  channel: (typeof CHANNEL)[number];
}

export const renewalCrashes = (): RenewalCrash[] =>
  orLives(['renew.placed', ...CALL, ...SETTLE, 'renew.charged']).flatMap((step) =>
    orLives(SETTLE).flatMap((worker) => CHANNEL.map((channel) => ({ step, worker, channel }))),
  );

export const renewalNameOf = ({ step, worker, channel }: RenewalCrash): string =>
  `renewal, step ${step ?? 'lives'}, worker ${worker ? `${worker} twice` : 'lives'}, ${channel}`;
