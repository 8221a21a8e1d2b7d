type Counts = Record<string, number>;

/** What came of families' courses: who came and why not, which conversations were held, and which goals moved. */
export class OracleOfCourse {
  #came = 0;
  readonly #away: Counts = {};
  readonly #familiesAway = new Set<number>();
  readonly #conversations: Counts = {};
  readonly #spoken = new Set<number>();
  /** Of each goal, at how many conversations it stood, and whether an action was done between two of them. */
  readonly #goals = new Map<string, { family: number; stood: number; moved: boolean }>();

  came(persons: number): void {
    this.#came += persons;
  }

  away(family: number, persons: number, reason: string): void {
    if (persons === 0) return;
    this.#familiesAway.add(family);
    this.#away[reason] = (this.#away[reason] ?? 0) + persons;
  }

  agreed(goal: string, family: number): void {
    this.#goals.set(goal, { family, stood: 0, moved: false });
  }

  /** @param done goals that an action was done for, since the conversation before */
  conversed(kind: string, family: number, done: readonly string[]): void {
    this.#spoken.add(family);
    this.#conversations[kind] = (this.#conversations[kind] ?? 0) + 1;
    for (const [id, goal] of this.#goals)
      if (goal.family === family) {
        goal.stood++;
        goal.moved ||= done.includes(id);
      }
  }

  /** Families that had a conversation, and those that had a goal that moved. */
  get families(): { readonly spoken: number; readonly moved: number } {
    const moved = [...this.#goals.values()].filter((goal) => goal.stood > 1 && goal.moved);
    return { spoken: this.#spoken.size, moved: new Set(moved.map(({ family }) => family)).size };
  }

  figures(): Record<string, number> {
    const away = total(this.#away);
    const followed = [...this.#goals.values()].filter(({ stood }) => stood > 1);
    const moved = followed.filter((goal) => goal.moved).length;
    return {
      'attendance-expected': this.#came + away,
      'attendance-came': this.#came,
      'attendance-away': away,
      ...partsOfFamilies(this.#familiesAway.size, 'attendance-away', this.#away),
      'conversations-held': total(this.#conversations),
      ...parts('conversations-held', this.#conversations),
      'goals-followed-up': followed.length,
      'goals-moved': moved,
      ...parts('goals-moved', { 'step-taken': moved }),
    };
  }
}

const total = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** By what no event says: of fewer families than five they are not told (docs/access.md, A-REP-07). */
export const partsOfFamilies = (families: number, figure: string, counts: Counts): Counts =>
  families < 5 ? {} : parts(figure, counts);

/** As `figure: part`; what nobody counts is no part. */
export const parts = (figure: string, counts: Counts): Counts =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([part, count]) => (count > 0 ? [[`${figure}: ${part}`, count]] : [])),
  );
