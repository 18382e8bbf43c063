import { unstable_rethrow } from 'next/navigation';
import { PLACE_FIELD } from '@/components/ui/place-field';
import { currentUser } from '@/lib/auth/current-user';
import type { CurrentUser } from '@/lib/auth/user';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import { seeOther } from './channel-route';
import { type FileForm, readFileForm } from './read-file-form';
import { refuseOtherPlace } from './refuse-other-place';
import { type Report, report } from './report';
import { isSameOrigin } from './same-origin';
import { endBody, streamBody } from './stream-body';

/**
 * The server side of a plain form that sends a file: who → may → read up to the file → run as it comes →
 * to a page. Needs no JavaScript. Where `run` and `otherwise` lead is the page that tells the result.
 */
export function fileFormRoute(spec: {
  may: (user: CurrentUser) => boolean;
  run: (form: FileForm, user: CurrentUser) => Promise<`/${string}`>;
  otherwise: (report: Report) => `/${string}`;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const bytes = streamBody(request);
    try {
      refuseOtherSites(request.headers);
      const user = await currentUser();
      if (!user) throw new Refusal('sign_in_required');
      if (!spec.may(user)) throw new Refusal('not_permitted');
      const form = await readFileForm(request.headers.get('content-type'), bytes);
      refuseOtherPlace(form.fields[PLACE_FIELD], user);
      return seeOther(await spec.run(form, user));
    } catch (error) {
      unstable_rethrow(error);
      return seeOther(spec.otherwise(report(error, `POST ${new URL(request.url).pathname}`)));
    } finally {
      // A browser shows the answer only once it has sent everything.
      await endBody(bytes);
    }
  };
}

/** @throws Refusal cross_site_request */
export function refuseOtherSites(headers: Headers): void {
  const same = isSameOrigin({
    secFetchSite: headers.get('sec-fetch-site'),
    origin: headers.get('origin'),
    host: headers.get('host'),
    appOrigin: env().APP_ORIGIN,
  });
  if (!same) throw new Refusal('cross_site_request');
}
