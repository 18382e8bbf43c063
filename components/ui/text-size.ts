/** How large a reader wants the words: as they are, or 适老化. */
export const TEXT_SIZES = ['normal', 'large'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const isTextSize = (text: unknown): text is TextSize =>
  TEXT_SIZES.some((size) => size === text);
