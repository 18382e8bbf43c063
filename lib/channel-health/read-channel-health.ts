import type { ChannelHealth } from './health';
import { selectHealth } from './store';

/** As `listChannelHealth` says it, for what watches the product and is nobody. */
export const readChannelHealth = (): Promise<ChannelHealth[]> => selectHealth();
