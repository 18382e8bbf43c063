interface Key {
  id: string;
  createdAt: Date;
  /** The member who made it; null for who came with the merchant. */
  madeBy: string | null;
}

/** A live API key as its merchant's members see it. */
export interface ApiKey extends Key {
  /** The end of its secret. */
  hint: string;
  /** What it is for, in the merchant's words. */
  name: string | null;
  /** Within five minutes; null: never. */
  lastUsedAt: Date | null;
}

/** A live link key as its merchant's members see it. */
export type LinkKey = Key;
