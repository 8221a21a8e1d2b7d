import type { Actor } from '@helhed/access';
import { checkDefinition, ProgrammePublished, type ProgrammeDefinition } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId, type FieldError, type MunicipalityCode } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { foreignUnit } from '../referrals/refusals.js';
import { Programme } from './programme.js';

@Injectable()
export class PublishProgramme {
  constructor(private readonly database: Database) {}

  /**
   * @param named the unit that the programme is to belong to, where whoever publishes it acts in none
   * @returns the version, and whether it is new: the same definition may be published again without effect
   */
  async run(
    { municipality, unit: own }: Actor,
    input: unknown,
    named?: string,
  ): Promise<{ code: string; version: number; isNew: boolean }> {
    const definition = validDefinition(input, municipality);
    const { code, version } = definition;
    return this.database.inTransaction(municipality, async (tx) => {
      await lockCode(tx, code);
      const versions = await tx.manager.find(Programme, { where: { municipality, code }, order: { version: 'ASC' } });
      const same = versions.find((published) => published.version === version);
      if (same && isDeepStrictEqual(same.definition, definition)) return { code, version, isNew: false };
      const latest = versions.at(-1);
      const programme = Programme.publish(definition, {
        id: newId(),
        at: tx.now,
        unit: owningUnit({ own, named, owner: ownerOf(versions), isNew: !latest }),
        latest: latest?.version ?? 0,
      });
      await tx.manager.insert(Programme, programme);
      tx.emit(ProgrammePublished, programme.published());
      tx.log({ kind: 'command', act: 'programme.publish', subjects: [] });
      return { code, version, isNew: true };
    });
  }
}

const ownerOf = (versions: readonly Programme[]): string | undefined =>
  versions.findLast(({ unit }) => unit !== null)?.unit ?? undefined;

interface Owning {
  readonly own: string | undefined;
  readonly named: string | undefined;
  readonly owner: string | undefined;
  readonly isNew: boolean;
}

/**
 * A definition says what is open on standing bases of every family in the programme, so a later version is its own unit's to
 * publish; an operator, who acts in none, may hand it to another, and says whose it is that was published before units owned
 * programmes.
 */
function owningUnit({ own, named, owner, isNew }: Owning): string {
  const unit = own ?? named ?? owner;
  if (unit === undefined) throw unitRequired();
  if (own !== undefined && !isNew && own !== owner) throw foreignUnit(foreign, 'definition.code');
  if (own !== undefined && own !== (named ?? own)) throw foreignUnit(foreign, 'unit');
  return unit;
}

const foreign = {
  da: 'Indsatsen ændres af den enhed, den hører til.',
  en: 'A programme is changed by the unit that it belongs to.',
};

const unitRequired = (): DomainError => {
  const message = {
    da: 'Angiv den enhed, som indsatsen hører til.',
    en: 'Name the unit that the programme belongs to.',
  };
  return new DomainError('rule', 'definition-invalid', message, [{ field: 'unit', rule: 'required', message }]);
};

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
