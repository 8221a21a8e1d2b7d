import { WhenBasisTold } from '@helhed/access';
import { BasisChanged, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { DropWithheld } from './drop-withheld.js';

/** What every service keeps of the bases; and here, where one takes access away, what waits to be told on it is dropped. */
@Controller()
export class WhenTakenBack extends WhenBasisTold {
  constructor(private readonly dropping: DropWithheld) {
    super();
  }

  /** After the change, and in its transaction: whoever answers by what is known then has nothing of before to send. */
  @On(BasisChanged)
  override async change(event: CloudEvent<EventData<typeof BasisChanged>>, context: EventContext): Promise<void> {
    await super.change(event, context);
    const { familyId, raised, coverage } = event.data;
    if (!raised) return;
    await this.dropping.run(
      context.tx,
      familyId,
      coverage.map(({ personId }) => personId),
    );
  }
}
