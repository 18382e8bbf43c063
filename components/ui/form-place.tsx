'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { PLACE_FIELD } from './place-field';

const Place = createContext<string | undefined>(undefined);

/** The forms within belong to this merchant, and to no other that their reader may have gone to in another tab. */
export function FormPlace({ place, children }: { place: string | undefined; children: ReactNode }) {
  return <Place value={place}>{children}</Place>;
}

/** In a form: whose page it was drawn on; nothing where that cannot change. */
export function PlaceField() {
  const place = useContext(Place);
  return place === undefined ? null : <input type="hidden" name={PLACE_FIELD} value={place} />;
}
