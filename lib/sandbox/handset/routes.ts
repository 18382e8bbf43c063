import { Hono } from 'hono';
import { z } from 'zod';
import type { Simulator } from '../simulator';
import { chooseLanguage } from '../web/language';
import { normalisePhone } from './normalise-phone';
import { HANDSET_SCRIPT, showHandset, showPhones } from './show-handset';

const messageSchema = z.strictObject({
  phone: z
    .string()
    .transform(normalisePhone)
    .pipe(z.string().regex(/^\+?\d{5,20}$/)),
  text: z.string().min(1).max(1000),
});

/** The text-message gateway (POST /sms) and the phone that shows what arrived. */
export function handsetRoutes({ store }: Simulator) {
  const app = new Hono();

  app.post('/sms', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const message = messageSchema.safeParse(body);
    if (!message.success) return c.json({ error: 'bad_input' }, 400);
    store.saveMessage({ ...message.data, id: store.nextNumber(), atMs: Date.now() });
    return c.json({ ok: true });
  });

  app.get('/handset.js', (c) =>
    c.body(HANDSET_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=UTF-8' }),
  );

  app.get('/handset', (c) => {
    const language = chooseLanguage(c);
    const phone = normalisePhone(c.req.query('phone') ?? '');
    if (phone === '') return c.html(showPhones(store.listPhones(), language));
    const own = store.listMessagesTo(phone);
    return c.html(showHandset(phone, own, { language, live: c.req.query('live') !== 'off' }));
  });

  return app;
}
