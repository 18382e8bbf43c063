export const APP_STATES = ['logged-in', 'logged-out', 'not-installed', 'unknown'] as const;
type AppState = (typeof APP_STATES)[number];

/** What a bridge has answered, as one word that a cookie can keep: "logged-in", "logged-in.direct". */
export type HostWord = AppState | `${AppState}.direct`;

export const hostWord = (app: AppState, directBilling: boolean): HostWord =>
  directBilling ? `${app}.direct` : app;

export const HOST_WORDS: readonly HostWord[] = APP_STATES.flatMap((app) => [
  hostWord(app, false),
  hostWord(app, true),
]);

/** undefined for what is none of our words: then there is no bridge. */
export function readHostWord(
  word: string | undefined,
): { app: AppState; directBilling: boolean } | undefined {
  const app = APP_STATES.find((state) => hostWord(state, false) === word);
  if (app) return { app, directBilling: false };
  const direct = APP_STATES.find((state) => hostWord(state, true) === word);
  return direct && { app: direct, directBilling: true };
}
