import { log } from '@/lib/core/log';
import { withLogContext } from '@/lib/core/log-context';

/** A process of its own: the logger writes where only another process can read. */
log().warn(JSON.parse(process.argv[2] ?? '{}'), 'a line');
log().error({ error: new Error('broken', { cause: new Error('deeper') }) });
withLogContext({ requestId: 'req_1', orderId: 'ord_1' }, () =>
  log().warn({ orderId: 'ord_2' }, 'on the way'),
);
log().debug('below the level');
