import { unstable_rethrow } from 'next/navigation';
import type { ActionState } from '@/components/ui/action-state';

type Send<Value> = (previous: ActionState<Value>, form: FormData) => Promise<ActionState<Value>>;

/** The code of the refusal that the browser makes itself: nobody answered. */
export const OFFLINE = 'offline';

/** No answer from our own server is no reason to lose the page: it says so, and can be sent again. */
export const sayWhenOffline =
  <Value>(send: Send<Value>, offline: string): Send<Value> =>
  async (previous, form) => {
    try {
      return await send(previous, form);
    } catch (error) {
      unstable_rethrow(error);
      return { status: 'refused', code: OFFLINE, title: offline };
    }
  };

/** The server has said no: what the page shows may have changed with it, and it can be asked. */
export const refusedByServer = (state: ActionState<unknown>): boolean =>
  state.status === 'refused' && state.code !== OFFLINE;
