import { Hono } from 'hono';
import type { Simulator } from '../simulator';
import { chooseLanguage } from '../web/language';
import { showAuthenticator } from './show-authenticator';
import { secondsLeft, totpCode } from './totp-code';

/** The authenticator app of the demo's staff: SANDBOX_AUTHENTICATORS says whose secrets it has. */
export function authenticatorRoutes({ config }: Simulator) {
  const app = new Hono();
  const codes = () =>
    config.authenticators.map(({ account, secret }) => ({
      account,
      code: totpCode(secret, Date.now()),
    }));

  app.get('/authenticator', (c) =>
    c.html(
      showAuthenticator(codes(), {
        language: chooseLanguage(c),
        secondsLeft: secondsLeft(Date.now()),
      }),
    ),
  );
  app.get('/control/api/authenticator', (c) => c.json({ codes: codes() }));

  return app;
}
