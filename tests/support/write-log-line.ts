import { log } from '@/lib/core/log';

/** A process of its own: the logger writes where only another process can read. */
log().warn(JSON.parse(process.argv[2] ?? '{}'), 'a line');
log().error({ error: new Error('broken', { cause: new Error('deeper') }) });
log().debug('below the level');
