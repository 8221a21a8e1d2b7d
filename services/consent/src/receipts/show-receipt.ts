import { Looks, type Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../bases/acts.js';
import type { Basis } from '../bases/basis.js';
import { shownOf } from '../bases/basis-view.js';
import { getBasis } from '../bases/load-bases.js';
import { requireOwn } from '../bases/own.js';
import { reachBasis } from '../bases/reach.js';
import { versionOn } from '../cover/consent-rule.js';
import { findVersions } from '../programmes/programme-copy.js';
import { unitNames } from '../units/unit-names.js';
import { receiptRecord } from './receipt-record.js';
import { receiptText } from './receipt-text.js';
import type { ReceiptView } from './receipt.dto.js';

@Injectable()
export class ShowReceipt {
  constructor(private readonly looks: Looks) {}

  async run(actor: Actor, id: string): Promise<ReceiptView> {
    return (await this.with(actor, id, async () => undefined)).receipt;
  }

  /** @param also what is shown besides, of the same look */
  async with<T>(
    actor: Actor,
    id: string,
    also: (tx: Tx, basis: Basis) => Promise<T>,
  ): Promise<{ receipt: ReceiptView; also: T }> {
    return this.looks.at(actor, acts.receipt, async (look) => {
      const { tx } = look;
      await (actor.kind === 'citizen' ? requireOwn(look, id) : reachBasis(look, id));
      const basis = await getBasis(tx, id);
      const programme = versionOn(await findVersions(tx, basis.programme), tx.today)?.name.da ?? basis.programme;
      const { subjects, categories } = shownOf([basis], actor, 'entry');
      look.log(subjects, { categories, ...(actor.kind === 'citizen' && { purpose: 'own-insight' }) });
      const text = receiptText(basis, { programme, nameOf: await unitNames(tx), today: tx.today });
      const receipt = { basisId: id, text, record: receiptRecord(basis, tx.municipality, tx.today, tx.now) };
      return { receipt, also: await also(tx, basis) };
    });
  }
}
