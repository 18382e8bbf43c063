import type { Page } from '@playwright/test';

/** One form as the browser sent it. */
export interface Post {
  headers: Record<string, string>;
  body: string;
}

/** The form says which way to pay; by script its names have a number before them. */
const BEGINS_PAYMENT = 'name="[^"]*method"';

/**
 * Keeps the forms of pages opened from now on that would begin a payment, by script or by the browser
 * itself. A browser's own tools hold back what a script sends, so the script's side of it is watched.
 * @param options.loseFirst the answer to the first one sent by script gets lost, once it is there
 */
export async function watchPosts(page: Page, { loseFirst = false } = {}): Promise<Post[]> {
  const posts: Post[] = [];
  await page.exposeFunction('keepPost', (post: Post) => posts.push(post));
  await page.addInitScript(
    ({ begins, lose }) => {
      const send = window.fetch;
      let toLose = lose ? 1 : 0;
      window.fetch = async (input, init) => {
        const request = new Request(input, init);
        if (!request.headers.has('next-action')) return send(input, init);
        const body = await request.clone().text();
        if (!new RegExp(begins).test(body)) return send(request);
        // The browser has it from exposeFunction; no type of the page's knows.
        const { keepPost } = window as unknown as { keepPost(post: Post): Promise<void> };
        await keepPost({ headers: Object.fromEntries(request.headers), body });
        const answer = await send(request);
        if (toLose === 0) return answer;
        toLose -= 1;
        throw new TypeError('Failed to fetch');
      };
    },
    { begins: BEGINS_PAYMENT, lose: loseFirst },
  );
  page.on('request', (request) => {
    const body = request.isNavigationRequest() ? (request.postData() ?? '') : '';
    if (!new RegExp(BEGINS_PAYMENT).test(body)) return;
    const type = request.headers()['content-type'] ?? '';
    posts.push({ headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' }, body });
  });
  return posts;
}
