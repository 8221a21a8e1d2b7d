/** What a yardstick answers a request with that it does not carry out. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly fields: readonly { field: string; rule: string }[] = [],
  ) {
    super(slug);
  }
}
