/** Looks until what is found is good, or the time is up. @returns what was found last */
export async function until<T>(look: () => Promise<T>, good: (found: T) => boolean, ms = 60_000): Promise<T> {
  let found = await look();
  for (const end = Date.now() + ms; !good(found) && Date.now() < end; found = await look())
    await new Promise((resolve) => setTimeout(resolve, 100));
  return found;
}
