import type { ProgrammeDefinition } from '@helhed/contracts';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { Programme } from './entities.js';

@Injectable()
export class ProgrammesService {
  private readonly definitions = new Map<string, ProgrammeDefinition>();

  /** Which version is in force is asked for each time; a version never changes, so its definition is read once. */
  async inForce(
    manager: EntityManager,
    municipality: string,
    code: string,
    on: string,
  ): Promise<ProgrammeDefinition | undefined> {
    const found = await manager.findOne(Programme, {
      select: { municipality: true, code: true, version: true, id: true },
      where: { municipality, code, validFrom: LessThanOrEqual(on) },
      order: { version: 'DESC' },
    });
    return found ? this.read(manager, municipality, found.id) : undefined;
  }

  async version(
    manager: EntityManager,
    municipality: string,
    code: string,
    version: number,
  ): Promise<ProgrammeDefinition> {
    const select = { municipality: true, code: true, version: true, id: true } as const;
    const { id } = await manager.findOneOrFail(Programme, { select, where: { municipality, code, version } });
    return this.read(manager, municipality, id);
  }

  private async read(manager: EntityManager, municipality: string, id: string): Promise<ProgrammeDefinition> {
    const known = this.definitions.get(id);
    if (known) return known;
    const { definition } = await manager.findOneByOrFail(Programme, { municipality, id });
    this.definitions.set(id, definition as ProgrammeDefinition);
    return definition as ProgrammeDefinition;
  }
}
