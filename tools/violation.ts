export interface Violation {
  /** File, and line where there is one. */
  readonly where: string;
  readonly message: string;
}
