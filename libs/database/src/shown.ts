/** What an answer showed of these persons or families: for which purposes, of which categories, on which bases. */
export interface Shown {
  readonly subjects: readonly string[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly bases: readonly string[];
}

const lists = ['purposes', 'categories', 'bases'] as const;

/** Each subject once, with all that was shown of it; those of whom the same was shown stand together. */
export function shownOfEach(parts: readonly Shown[]): Shown[] {
  const of = new Map<string, Shown[]>();
  for (const part of parts)
    if (lists.some((list) => part[list].length > 0))
      for (const subject of part.subjects) {
        const own = of.get(subject);
        if (own) own.push(part);
        else of.set(subject, [part]);
      }
  const same = Map.groupBy(of, ([, own]) => JSON.stringify(lists.map((list) => all(own, list).toSorted())));
  return [...same].map(([what, subjects]) => {
    const [purposes = [], categories = [], bases = []] = JSON.parse(what) as string[][];
    return { subjects: subjects.map(([subject]) => subject), purposes, categories, bases };
  });
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

const all = (parts: readonly Shown[], list: (typeof lists)[number]): string[] => [
  ...new Set(parts.flatMap((part) => part[list])),
];
