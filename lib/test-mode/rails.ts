import { env } from '@/lib/core/env';
import { railsAreReal } from '@/lib/core/real-rails';

/** Where outcomes can be chosen: the simulator's address; undefined where there is none. */
export const simulatorOrigin = (): string | undefined =>
  railsAreReal() ? undefined : env().SANDBOX_ORIGIN;
