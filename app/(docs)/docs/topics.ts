/** The articles, in the order of the contents; each is `_content/<locale>/<name>.md`. */
export const TOPICS = {
  start: ['quick-start', 'integrate', 'test-mode', 'going-live', 'switching'],
  concepts: ['orders', 'webhooks', 'signatures', 'idempotency', 'errors', 'security'],
} as const;

export type Topic = (typeof TOPICS)[keyof typeof TOPICS][number];

export const ALL_TOPICS: readonly Topic[] = Object.values(TOPICS).flat();

export const isTopic = (name: string): name is Topic =>
  (ALL_TOPICS as readonly string[]).includes(name);

export const topicHref = (topic: Topic): string =>
  topic === 'quick-start' ? '/docs' : `/docs/${topic}`;

/** A tag of the API as it stands in an address. */
export const tagSlug = (tag: string): string => tag.replaceAll(' ', '-');
export const tagHref = (tag: string): string => `/docs/api/${tagSlug(tag)}`;
