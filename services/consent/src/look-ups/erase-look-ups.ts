import { Database, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';

const hour = 3_600_000;
const day = 86_400_000;
/** Rows of one transaction: nothing that is shipped meanwhile waits long. */
const batch = 2_000;

/**
 * Takes away what old rows of the register say, and who is in them, once the ground rules keep it no longer. Place,
 * commitment and link stay, so the chain can still be verified; nobody can tell any more what was committed to.
 */
@Injectable()
export class EraseLookUps extends Timer {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
  ) {
    super('erasure of look-ups', hour);
  }

  /** @returns of how many rows, of all municipalities, the content is gone */
  async run(): Promise<number> {
    let erased = 0;
    const known = await this.workers.query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality');
    for (const { code } of known) for (let last = batch; last === batch; erased += last) last = await this.#erase(code);
    return erased;
  }

  #erase(municipality: MunicipalityCode): Promise<number> {
    return this.database.inTransaction(municipality, async (tx) => {
      const days = valueOn(getGroundRules().lookUps.contentDays, tx.today);
      const before = new Date(tx.now.getTime() - days * day);
      const [row] = await tx.query<{ erased: number }>('SELECT erase_look_ups($1, $2) AS erased', [before, batch]);
      return row?.erased ?? 0;
    });
  }
}
