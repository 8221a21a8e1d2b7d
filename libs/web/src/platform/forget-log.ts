import { Database, Workers } from '@helhed/database';
import { localDate, type MunicipalityCode } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { Timer } from './timer.js';

const hour = 3_600_000;
const day = 24 * hour;
/** Rows of one transaction: none holds its locks for long. */
const batch = 5_000;

/** The service's own log rows go once the register has had them for as long as the ground rules say, looked for each hour. */
@Injectable()
export class ForgetShipped extends Timer {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {
    super('forget shipped log rows', hour);
  }

  run(): Promise<unknown> {
    return forgetLog(this.database, this.workers, new Date());
  }
}

/**
 * @param now by the machine's clock, as the rows were recorded; no municipality's clock moves it
 * @returns how many rows of all municipalities are gone; what was not shipped stays
 */
export async function forgetLog(database: Database, workers: Workers, now: Date): Promise<number> {
  const before = new Date(now.getTime() - valueOn(getGroundRules().lookUps.shippedDays, localDate(now)) * day);
  const known = await workers.query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality');
  let gone = 0;
  for (const { code } of known)
    for (let last = batch; last === batch; gone += last) last = await forget(database, code, before);
  return gone;
}

function forget(database: Database, municipality: MunicipalityCode, before: Date): Promise<number> {
  return database.inTransaction(municipality, async (tx) => {
    const [row] = await tx.query<{ gone: number }>('SELECT helhed.forget_log($1, $2) AS gone', [before, batch]);
    return row?.gone ?? 0;
  });
}
