import { noQuerySchema } from '@/lib/orders/schema';
import { parseInput } from './parse-input';

/** For a call that takes no query at all: what is not described is refused. Refusal: invalid_request. */
export const refuseQuery = ({ url }: Request): unknown =>
  parseInput(noQuerySchema, Object.fromEntries(new URL(url).searchParams));
