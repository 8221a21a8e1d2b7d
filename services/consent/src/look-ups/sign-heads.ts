import { Database, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { HeadsFolder } from './heads-folder.js';
import { HeadKeys } from './signed-head.js';

/** How often it is looked for what is due: a day's head is signed soon after midnight, and soon after a start. */
const everyMs = 30_000;

/** Once a day, each municipality's head of the register is signed and written where the database does not reach. */
@Injectable()
export class SignHeads extends Timer {
  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
    private readonly keys: HeadKeys,
    private readonly heads: HeadsFolder,
  ) {
    super('signed heads of the look-ups', everyMs, 'error');
  }

  override onApplicationBootstrap(): void {
    if (this.heads.isSet) super.onApplicationBootstrap();
    else log.warn('LOOK_UP_HEADS is not set: the register of look-ups is not signed');
  }

  /** @returns how many heads were signed */
  async run(): Promise<number> {
    let signed = 0;
    const known = await this.workers.query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality');
    for (const { code } of known) if (await this.#sign(code)) signed++;
    return signed;
  }

  /** The head's row is locked: of two instances one signs, and nothing is appended between reading and writing. */
  #sign(municipality: MunicipalityCode): Promise<boolean> {
    return this.database.inTransaction(municipality, async (tx) => {
      const [head] = await tx.query<{ pos: string; link: Buffer }>(
        `SELECT pos, link FROM look_up_head
         WHERE municipality = helhed.tenant() AND pos > 0 AND (signed_on IS NULL OR signed_on < $1) FOR UPDATE`,
        [tx.today],
      );
      if (!head) return false;
      const { pos, link } = head;
      const unsigned = { municipality, pos: Number(pos), link: link.toString('hex'), at: tx.now.toISOString() };
      // written before it is noted: after a crash between the two it is written twice, which says the same
      await this.heads.append(this.keys.sign(unsigned));
      await tx.query('UPDATE look_up_head SET signed_on = $1 WHERE municipality = helhed.tenant()', [tx.today]);
      return true;
    });
  }
}
