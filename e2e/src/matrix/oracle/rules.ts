import { pageText } from './page.js';

/** The ids of docs/access.md that begin no route's row: each says something of every route, or of many. */
export function pageRules(text = pageText()): string[] {
  const routes = new Set([...text.matchAll(/^\| (A-[A-Z]{3}-\d\d)\b/gm)].map(([, id]) => id));
  const ids = new Set([...text.matchAll(/\bA-[A-Z]{3}-\d\d/g)].map(([id]) => id));
  return [...ids].filter((id) => !routes.has(id)).toSorted();
}
