import NotFound from '@/app/not-found';
import { BrokenPage } from '../broken-page';
import type { Pictures } from './pictures';

/** Where no page can be shown, but one of ours still says so; the others are in plain-pages.ts. */
export const WRONG: Pictures = {
  'no-such-page': () => <NotFound />,
  'broken-in-the-browser': () => <BrokenPage />,
};
