/** A page of ours to come back to; anything else leads to `otherwise`: no link sends people from our sign-in elsewhere. */
export const returnAddress = (asked: unknown, otherwise: string): string =>
  typeof asked === 'string' && asked.length <= 500 && /^\/[a-z-]+\/(?!\/)[\w\-./?=&%:]*$/.test(asked)
    ? asked
    : otherwise;
