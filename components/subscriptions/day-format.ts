/** "2027年4月1日" */
export const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;

/** A calendar day in Beijing ("2027-04-01") as a moment of it, for a formatter that lives in Beijing, too. */
export const momentOn = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
