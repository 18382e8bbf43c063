/** More would be a sign of something else than withdrawing one's own money. */
export const MOST_CARDS = 10;

/** "6200****0005": the bank’s own beginning and the last four. */
export const maskCard = (cardNo: string): string => `${cardNo.slice(0, 4)}****${cardNo.slice(-4)}`;
