import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../bases/acts.js';
import { shownOf } from '../bases/basis-view.js';
import { getBasis } from '../bases/load-bases.js';
import { requireOwn } from '../bases/own.js';
import { reachBasis } from '../bases/reach.js';
import { versionOn } from '../cover/consent-rule.js';
import { findVersions } from '../programmes/programme-copy.js';
import { receiptRecord } from './receipt-record.js';
import { receiptText } from './receipt-text.js';
import type { ReceiptView } from './receipt.dto.js';

@Injectable()
export class ShowReceipt {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, id: string): Promise<ReceiptView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const basis = await getBasis(tx, id);
      if (actor.kind === 'citizen') await requireOwn(tx, actor, basis);
      else await reachBasis(tx, actor, acts.receipt, basis);
      const name = versionOn(await findVersions(tx, basis.programme), tx.today)?.name.da ?? basis.programme;
      tx.log({ kind: 'look', act: 'basis.receipt', ...shownOf([basis], actor, 'entry') });
      const text = receiptText(basis, name, tx.today);
      return { basisId: id, text, record: receiptRecord(basis, tx.municipality, tx.today, tx.now) };
    });
  }
}
