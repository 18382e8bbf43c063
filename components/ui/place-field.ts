/** The field of a form that says whose page it was drawn on (`form-place.tsx`). */
export const PLACE_FIELD = 'place';
