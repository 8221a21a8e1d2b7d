import { Access } from '@helhed/access';
import { Database } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Body, Command, Returns } from '@helhed/web';
import { Controller } from '@nestjs/common';
import { OpenRegister } from './open-register.js';
import * as dto from './restored.dto.js';

/** The steps of `npm run snapshots -- restored consent`. */
@Controller('v1/operations')
export class RestoredController {
  constructor(
    private readonly register: OpenRegister,
    private readonly database: Database,
  ) {}

  @Command('close', 'register')
  @Access({ act: 'operations.close-register', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.ClosedRegisters, {
    summary: {
      en: 'Close the register after its database was restored: nothing revocable is shown by any service',
      da: 'Luk registret, efter at dets database er gendannet: ingen tjeneste viser noget, der kan trækkes tilbage',
    },
    description: 'What each municipality’s register stood at. Closed already, it stays as it was found.',
    example: dto.closedExample,
  })
  async close() {
    const municipalities = await this.register.close();
    for (const { municipality } of municipalities) await this.#note(municipality, 'operations.close-register');
    log.info('register closed', { count: municipalities.length });
    return { municipalities };
  }

  @Command('take-back', 'register')
  @Access({ act: 'operations.take-back', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.TakenBackBases, {
    summary: {
      en: 'Take back in a closed register what another service knows to be withdrawn or ended',
      da: 'Tag det tilbage i et lukket register, som en anden tjeneste ved er trukket tilbage eller ophørt',
    },
    description: 'Told again, nothing changes.',
    example: dto.takenBackExample,
  })
  async takeBack(@Body(dto.TakeBackBases) { municipality, named, bases }: dto.TakeBackBases) {
    const found = bases.map(({ epoch, family, ...basis }) => ({ epoch, family, basis: { ...basis, givers: [] } }));
    await this.#note(municipality, 'operations.take-back');
    const counts = await this.register.takeBack(municipalityCode(municipality), found, named);
    log.info('taken back', { municipality, count: counts.takenBack });
    return counts;
  }

  @Command('open', 'register')
  @Access({ act: 'operations.open-register', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.OpenedRegister, {
    summary: {
      en: 'Open the register again, at an epoch past every one that was named',
      da: 'Åbn registret igen ved en epoke efter alle dem, der er nævnt',
    },
    description: 'Each service answers on revocable grounds again once it has heard all up to that epoch.',
    example: dto.openedExample,
  })
  async open(@Body(dto.OpenRegister) { municipality }: dto.OpenRegister) {
    await this.#note(municipality, 'operations.open-register');
    const epoch = await this.register.open(municipalityCode(municipality));
    log.info('register opened', { municipality });
    return { municipality, epoch };
  }

  #note(municipality: string, act: string): Promise<void> {
    return this.database.inTransaction(municipalityCode(municipality), async (tx) =>
      tx.log({ kind: 'command', act, subjects: [] }),
    );
  }
}
