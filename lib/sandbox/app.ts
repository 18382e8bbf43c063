import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { authenticatorRoutes } from './authenticator/routes';
import { bankControlApi } from './bank/control-api';
import { bankPages } from './bank/page-routes';
import { bankRoutes } from './bank/routes';
import { cardholderRoutes } from './cardholder/routes';
import { carrierControlApi } from './carrier/control-api';
import { carrierRoutes } from './carrier/routes';
import { wapRoutes } from './carrier/wap-routes';
import { controlApi } from './control/api';
import { controlRoutes } from './control/routes';
import { gatewayRoutes } from './gateway/routes';
import { handsetRoutes } from './handset/routes';
import { netsUnionControlApi } from './netsunion/control-api';
import { netsUnionRoutes } from './netsunion/routes';
import { phoneRoutes } from './phone/routes';
import type { Simulator } from './simulator';
import type { Bindings } from './web/connection';
import { STYLE } from './web/style';

/** Our pages run only scripts of our own; forms may post anywhere, as the way back must. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

/** All of the simulator's addresses in one HTTP application. */
export function createApp(simulator: Simulator) {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(bodyLimit({ maxSize: 64 * 1024, onError: (c) => c.text('Invalid request.', 413) }));
  app.use(async (c, next) => {
    c.header('Content-Security-Policy', CONTENT_POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.get('/health', (c) => c.json({ ok: true }));
  app.get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=UTF-8' }));
  app.route('/', gatewayRoutes(simulator));
  app.route('/', cardholderRoutes(simulator));
  app.route('/', bankRoutes(simulator));
  app.route('/', controlApi(simulator));
  app.route('/', bankControlApi(simulator));
  app.route('/', netsUnionRoutes(simulator));
  app.route('/', netsUnionControlApi(simulator));
  app.route('/', carrierRoutes(simulator));
  app.route('/', wapRoutes(simulator));
  app.route('/', carrierControlApi(simulator));
  app.route('/', bankPages(simulator));
  app.route('/', controlRoutes(simulator));
  app.route('/', handsetRoutes(simulator));
  app.route('/', authenticatorRoutes(simulator));
  app.route('/', phoneRoutes(simulator));
  return app;
}
