import { checkAnswer } from './api-answers';

/** `fetch` that holds every answer of the merchant API against the table of its operations. */
export function checkedFetch(plain: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await plain(input, init);
    const request = input instanceof Request ? input : undefined;
    const { pathname } = new URL(request?.url ?? String(input));
    if (!/^\/api\/v1(\/|$)/.test(pathname)) return answer;
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    const { status, headers } = answer;
    const text = await answer.clone().text();
    checkAnswer({ method, path: pathname }, { status, headers, text });
    return answer;
  };
}
