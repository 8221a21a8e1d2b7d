/** What an answer showed of these persons or families: for which purposes, of which categories, on which bases. */
export interface Shown {
  readonly subjects: readonly string[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly bases: readonly string[];
}

const lists = ['purposes', 'categories', 'bases'] as const;

/** Whether anything was shown of anybody. */
export const isSomething = (part: Shown): boolean =>
  part.subjects.length > 0 && lists.some((list) => part[list].length > 0);

/** Each subject once, with all that was shown of it; those of whom the same was shown stand together. */
export function shownOfEach(parts: readonly Shown[]): Shown[] {
  const partsOf = new Map<string, number[]>();
  for (const [at, { subjects }] of parts.entries())
    for (const subject of subjects) {
      const own = partsOf.get(subject);
      if (own) own.push(at);
      else partsOf.set(subject, [at]);
    }
  // most are in the same parts as others: the members of a family
  const alike = Map.groupBy(partsOf.keys(), (subject) => String(partsOf.get(subject)));
  const same = new Map<string, Shown & { subjects: string[] }>();
  for (const [which, subjects] of alike) {
    const own = which.split(',').map((at) => parts[Number(at)] as Shown);
    const what = { purposes: all(own, 'purposes'), categories: all(own, 'categories'), bases: all(own, 'bases') };
    const key = JSON.stringify(what);
    const known = same.get(key);
    if (known) known.subjects.push(...subjects);
    else same.set(key, { subjects, ...what });
  }
  return [...same.values()];
}

/** Whether nothing is in `later` that is not in `earlier` of the same subject. */
export function isShownBefore(earlier: readonly Shown[], later: readonly Shown[]): boolean {
  const before = new Map(earlier.flatMap((part) => part.subjects.map((subject) => [subject, part])));
  return later.every((part) =>
    part.subjects.every((subject) =>
      lists.every((list) => part[list].every((each) => before.get(subject)?.[list].includes(each))),
    ),
  );
}

const all = (parts: readonly Shown[], list: (typeof lists)[number]): string[] =>
  [...new Set(parts.flatMap((part) => part[list]))].toSorted();
