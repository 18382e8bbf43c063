import type { ReactNode } from 'react';

/** One screen: its states by name, each drawn when it is looked at. */
export type Pictures = Readonly<Record<string, () => ReactNode>>;
