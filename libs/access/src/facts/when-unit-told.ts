import { UnitChanged, UnitMembersChanged, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { keepUnit, keepUnitMembers } from './keep-unit.js';

@Controller()
export class WhenUnitTold {
  @On(UnitChanged)
  async keep({ data }: CloudEvent<z.infer<typeof UnitChanged.schema>>, { tx }: EventContext): Promise<void> {
    await keepUnit(tx, data);
  }

  @On(UnitMembersChanged)
  async members({ data }: CloudEvent<z.infer<typeof UnitMembersChanged.schema>>, { tx }: EventContext): Promise<void> {
    await keepUnitMembers(tx, data);
  }
}
