/**
 * Of periods that each last until the next begins, the one that a date lies in.
 *
 * @param periods in ascending order; before the first begins, the first
 * @param on ISO date
 */
export function inForce<T extends { readonly validFrom: string }>(periods: readonly T[], on: string): T {
  const [first, ...later] = periods;
  // The schema asks for a period from the definition's own first day, so `first` always is.
  return later.reduce((found, period) => (period.validFrom <= on ? period : found), first!);
}
