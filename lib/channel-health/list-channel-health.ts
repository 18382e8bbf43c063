import type { ChannelHealth } from './health';
import { selectHealth } from './store';

/** Per channel and operation: the breaker, and how the last five minutes went; `healthOf` picks one. */
export const listChannelHealth = (): Promise<ChannelHealth[]> => selectHealth();
