/** Something is not as it must be: the story ends here, and its run with exit code 1. */
export class StoryFailed extends Error {
  constructor(what: string, found?: unknown) {
    super(found === undefined ? what : `${what}; found ${JSON.stringify(found)}`);
    this.name = 'StoryFailed';
  }
}

export function must(holds: boolean, what: string, found?: unknown): void {
  if (!holds) throw new StoryFailed(what, found);
}

export function mustEqual(found: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new StoryFailed(`${what}: expected ${b}`, found);
}
