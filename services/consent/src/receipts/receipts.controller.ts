import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Id, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../bases/acts.js';
import { receiptExample } from './receipt-example.js';
import { ReceiptView } from './receipt.dto.js';
import { ShowReceipt } from './show-receipt.js';

@Controller('v1/bases')
export class ReceiptsController {
  constructor(private readonly receipts: ShowReceipt) {}

  @Get(':id/receipt')
  @Access({
    ...acts.receipt,
    allow: [{ kind: 'citizen' }, { kind: 'person', functions: 'case' }],
    subjects: 'family',
  })
  @Returns(ReceiptView, {
    summary: { en: 'Read the receipt of a basis', da: 'Læs kvitteringen for en hjemmel' },
    description: 'The receipt, in plain Danish and as a record after ISO/IEC TS 27560.',
    example: receiptExample,
  })
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReceiptView> {
    return this.receipts.run(actor, id);
  }
}
