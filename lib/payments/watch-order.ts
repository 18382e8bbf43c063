import { log } from '@/lib/core/log';
import { selectMarks } from './order-mark-store';
import { createOrderWatch, type OrderPage } from './order-watch';

const watch = createOrderWatch({
  read: selectMarks,
  failed: (error) => log().error({ err: error }, 'watched orders could not be read'),
});

/**
 * Tells the mark that was found (`findOrderMark`) at once and each later one, until `signal` is aborted,
 * or until `end` is called because no more can be told. false: as many pages are watched already, at this
 * address or in all, as one process takes.
 */
export function watchOrder(page: OrderPage & { signal: AbortSignal }): boolean {
  const { signal, ...watching } = page;
  if (signal.aborted) return true;
  const leave = watch.watch(watching);
  if (!leave) return false;
  signal.addEventListener('abort', leave, { once: true });
  page.tell(page.mark);
  return true;
}
