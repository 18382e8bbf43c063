/**
 * Does the browser load a whole page? Otherwise its router asks for a page's new content, as an open page
 * does that follows its order; it asks for anything at all, a browser for HTML.
 */
export const isPageLoad = (headers: Headers): boolean =>
  headers.get('accept')?.includes('text/html') ?? false;
