import type { TestInfo } from '@playwright/test';

/** `npm run proof -- every-page` looks at everything in all eight ways: each screen, language and scheme. */
export const EVERY_LOOK = process.env.CASHIER_LOOKS === 'every';

/**
 * How a page is looked at: each size of screen in both languages and both colour schemes, and each
 * language in both schemes, without going through all eight.
 */
const LOOKS = {
  phone: [
    { locale: 'zh-CN', colorScheme: 'light' },
    { locale: 'en', colorScheme: 'dark' },
  ],
  desktop: [
    { locale: 'zh-CN', colorScheme: 'dark' },
    { locale: 'en', colorScheme: 'light' },
  ],
} as const;

type Look = (typeof LOOKS)['phone' | 'desktop'][number];
type Turn = 'this scheme' | 'the other';

function lookOf({ project }: TestInfo, place: 0 | 1): Look {
  if (project.name === 'phone' || project.name === 'desktop') return LOOKS[project.name][place];
  throw new Error(`no looks for the project ${project.name}`);
}

const otherThan = (scheme: Look['colorScheme']) => (scheme === 'light' ? 'dark' : 'light');

const usedAt = (place: 0 | 1, turn: Turn = 'this scheme') => ({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument
  locale: async ({}, use: (locale: Look['locale']) => Promise<void>, info: TestInfo) =>
    use(lookOf(info, place).locale),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  colorScheme: async ({}, use: (scheme: Look['colorScheme']) => Promise<void>, info: TestInfo) => {
    const { colorScheme } = lookOf(info, place);
    await use(turn === 'the other' ? otherThan(colorScheme) : colorScheme);
  },
});

/**
 * For `test.use`, one look after the other; playwright.config.ts says which screen has which. What axe reads is the
 * same in both languages, and the first looks of the two screens have both schemes between them: it reads those.
 */
export const EACH_LOOK = [
  { name: 'in Chinese', use: usedAt(0), axe: true },
  { name: 'in English, the other scheme', use: usedAt(1), axe: EVERY_LOOK },
  ...(EVERY_LOOK
    ? [
        { name: 'in Chinese, turned', use: usedAt(0, 'the other'), axe: true },
        { name: 'in English, turned', use: usedAt(1, 'the other'), axe: true },
      ]
    : []),
];
