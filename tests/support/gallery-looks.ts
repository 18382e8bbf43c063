/** How a page can be looked at. */
export interface GalleryLook {
  locale: 'zh-CN' | 'en';
  scheme: 'light' | 'dark';
  device: 'phone' | 'desktop';
  mode: 'normal' | 'large' | 'forced-colors' | 'rtl';
}

const VALUES = {
  locale: ['zh-CN', 'en'],
  scheme: ['light', 'dark'],
  device: ['phone', 'desktop'],
  mode: ['normal', 'large', 'forced-colors', 'rtl'],
} as const satisfies { [K in keyof GalleryLook]: readonly GalleryLook[K][] };

export const EVERY_LOOK: readonly GalleryLook[] = VALUES.mode.flatMap((mode) =>
  VALUES.device.flatMap((device) =>
    VALUES.scheme.flatMap((scheme) =>
      VALUES.locale.map((locale) => ({ locale, scheme, device, mode })),
    ),
  ),
);

/** The other language, on the other screen, in the other scheme. */
export const oppositeOf = ({ locale, scheme, device, mode }: GalleryLook): GalleryLook => ({
  locale: locale === 'en' ? 'zh-CN' : 'en',
  scheme: scheme === 'dark' ? 'light' : 'dark',
  device: device === 'phone' ? 'desktop' : 'phone',
  mode,
});

/** One for each mode; with their opposites, any two values of any two kinds meet in some look. */
const CORNERS: readonly GalleryLook[] = [
  { locale: 'zh-CN', scheme: 'light', device: 'phone', mode: 'normal' },
  { locale: 'zh-CN', scheme: 'light', device: 'desktop', mode: 'large' },
  { locale: 'zh-CN', scheme: 'dark', device: 'phone', mode: 'forced-colors' },
  { locale: 'en', scheme: 'light', device: 'phone', mode: 'rtl' },
];

export interface Round {
  name: string;
  views: readonly { look: GalleryLook; pictures: readonly string[] }[];
}

/**
 * Every picture in one look; neighbours, which are states of one screen, in others, so that eight of them
 * are seen in all eight. The proof sees each in every look.
 */
export const pairwise = (pictures: readonly string[]): Round[] =>
  CORNERS.map((corner, round) => ({
    name: corner.mode,
    views: [corner, oppositeOf(corner)].map((look, side) => ({
      look,
      pictures: pictures.filter((_, at) => at % 8 === round + 4 * side),
    })),
  }));

export const ROUNDS: readonly GalleryLook['mode'][] = CORNERS.map(({ mode }) => mode);

/** "zh-CN-dark-phone", with the mode where it is not the normal one. */
export const nameOf = ({ locale, scheme, device, mode }: GalleryLook): string =>
  [locale, scheme, device, ...(mode === 'normal' ? [] : [mode])].join('-');
