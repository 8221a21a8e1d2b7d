/** One named step of CI. Anyone can run the same by hand: `npm run <script>`. */
export interface Step {
  readonly name: string;
  /** A script of the root package.json, with arguments. */
  readonly script: readonly string[];
  /** jest: its tests are counted one by one; sum: by its own line `N passed, N failed`; otherwise the step is one test. */
  readonly counts?: 'jest' | 'sum';
  /** Not run when one of these failed, since it could only repeat that failure. */
  readonly needs?: readonly string[];
  /** After so many minutes it is stopped and has failed. */
  readonly minutes: number;
}

export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What a reader of the closing table must know: why it failed, or what was not looked at. */
  readonly note: string;
}
