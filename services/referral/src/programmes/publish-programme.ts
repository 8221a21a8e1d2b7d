import type { Actor } from '@helhed/access';
import { checkDefinition, ProgrammePublished, type ProgrammeDefinition } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId, type FieldError, type MunicipalityCode } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Programme } from './programme.js';

@Injectable()
export class PublishProgramme {
  constructor(private readonly database: Database) {}

  /** @returns the version, and whether it is new: the same definition may be published again without effect */
  async run({ municipality }: Actor, input: unknown): Promise<{ code: string; version: number; isNew: boolean }> {
    const definition = validDefinition(input, municipality);
    const { code, version } = definition;
    return this.database.inTransaction(municipality, async (tx) => {
      await lockCode(tx, code);
      const versions = await tx.manager.find(Programme, { where: { municipality, code }, order: { version: 'ASC' } });
      const same = versions.find((published) => published.version === version);
      if (same && isDeepStrictEqual(same.definition, definition)) return { code, version, isNew: false };
      const programme = Programme.publish(definition, {
        id: newId(),
        at: tx.now,
        latest: versions.at(-1)?.version ?? 0,
      });
      await tx.manager.insert(Programme, programme);
      tx.emit(ProgrammePublished, programme.published());
      tx.log({ kind: 'command', act: 'programme.publish', subjects: [] });
      return { code, version, isNew: true };
    });
  }
}

/** The queue's row stands for the programme as a whole: two versions of it are published one after the other. */
async function lockCode(tx: Tx, code: string): Promise<void> {
  await tx.query(
    'INSERT INTO programme_queue (municipality, programme) VALUES (helhed.tenant(), $1) ON CONFLICT DO NOTHING',
    [code],
  );
  await tx.query('SELECT FROM programme_queue WHERE municipality = helhed.tenant() AND programme = $1 FOR UPDATE', [
    code,
  ]);
}

function validDefinition(input: unknown, municipality: MunicipalityCode): ProgrammeDefinition {
  const { definition, problems } = checkDefinition(input);
  if (!definition) {
    throw invalid(
      problems.map(({ field, rule, message }) => ({
        field: ['definition', field].filter(Boolean).join('.'),
        rule,
        message,
      })),
    );
  }
  if (definition.municipality !== municipality) {
    const message = {
      da: `Definitionen skal være for ${municipality}.`,
      en: `The definition must be for ${municipality}.`,
    };
    throw invalid([{ field: 'definition.municipality', rule: 'other-municipality', message }]);
  }
  return definition;
}

const invalid = (errors: readonly FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'definition-invalid',
    {
      da: 'Definitionen kan ikke bruges; errors nævner hvert felt og den regel, det bryder.',
      en: 'The definition cannot be used; errors names each field and the rule it breaks.',
    },
    errors,
  );
