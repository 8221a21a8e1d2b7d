import { changeBasis, keepBasis, keepEmployeeRelation, keepUnit, keepUnitMembers } from '@helhed/access';
import { PersonsMatched } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { WhenPersonsMatched } from '../src/intake/when-persons-matched.js';
import { programme, type World } from './world.js';

type Basis = Parameters<typeof keepBasis>[1];

/** What other services have told of a referral's persons, of bases, units and employees. */
export class Known {
  constructor(private readonly world: World) {}

  /** Family-plan has matched the referral's persons, who are new, or these. @returns their ids */
  async match(referralId: string, persons: readonly string[] = []): Promise<string[]> {
    const [intake] = await this.world.all<{ members: { id: string; role: 'parent' | 'child' }[]; family_id: string }>(
      'SELECT i.members, r.family_id FROM intake i JOIN referral r ON r.id = i.referral_id WHERE r.id = $1',
      [referralId],
    );
    const { members = [], family_id: familyId = '' } = intake ?? {};
    const told = members.map(({ id, role }, index) => ({
      intakePersonId: id,
      personId: persons[index] ?? newId(),
      role,
      households: [],
    }));
    const data = { referralId, familyId, members: told };
    await this.world.react((tx) =>
      new WhenPersonsMatched().handle({ type: PersonsMatched.type, data } as never, { tx }),
    );
    return told.map(({ personId }) => personId);
  }

  /** By default what the sender hears the outcome by. @returns the basis's id */
  async basis(persons: readonly string[], wish: Partial<Basis> = {}): Promise<string> {
    const basis: Basis = {
      basisId: newId(),
      familyId: newId(),
      programme,
      kind: 'consent',
      layer: 'disclosure',
      purpose: 'outcome-to-sender',
      categories: ['referral-outcome'],
      persons: [...persons],
      meeting: null,
      fromUnit: 'visitation',
      toUnit: 'db-solsikken',
      validFrom: '2026-01-01',
      validTo: null,
      epoch: 0,
      coverage: persons.map((personId) => ({ personId, state: 'covered' as const, from: '2026-01-01', to: null })),
      ...wish,
    };
    await this.world.react((tx) => keepBasis(tx, basis));
    return basis.basisId;
  }

  async withdraw(basisId: string, persons: readonly string[]): Promise<void> {
    await this.world.react((tx) => changeBasis(tx, this.withdrawal(basisId, persons)));
  }

  /** What consent tells of it. */
  withdrawal(basisId: string, persons: readonly string[], familyId = newId()): Parameters<typeof changeBasis>[1] {
    const coverage = persons.map(
      (personId) => ({ personId, state: 'withdrawn', from: '2026-01-01', to: null }) as const,
    );
    return { basisId, familyId, ended: null, endedAt: null, validTo: null, epoch: 1, raised: true, coverage };
  }

  async retire(unit: string): Promise<void> {
    const row = { unit, parent: null, retired: true, insideParent: false, outside: false, institution: false };
    await this.world.react((tx) => keepUnit(tx, row));
  }

  async employee(sub: string, personId: string, kind: 'own-person' | 'relative'): Promise<void> {
    const row = { relationId: newId(), sub, personId, kind, from: '2026-01-01', to: null };
    await this.world.react((tx) => keepEmployeeRelation(tx, row as never));
  }

  async members(unit: string, ...subs: string[]): Promise<void> {
    await this.world.react((tx) => keepUnitMembers(tx, { unit, members: subs, functions: [] }));
  }
}
