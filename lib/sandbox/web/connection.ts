import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

export type Bindings = HttpBindings;
type NodeContext = Context<{ Bindings: Bindings }>;

/** Ends the conversation without a word: the caller cannot tell what became of its request. */
export function dropConnection(c: NodeContext): Response {
  c.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Says nothing until the caller gives up, or the given time has passed. */
export function holdConnection(c: NodeContext, holdMs: number): Promise<Response> {
  const { outgoing } = c.env;
  return new Promise((resolve) => {
    const timer = setTimeout(() => outgoing.destroy(), holdMs);
    outgoing.once('close', () => {
      clearTimeout(timer);
      resolve(RESPONSE_ALREADY_SENT);
    });
  });
}
