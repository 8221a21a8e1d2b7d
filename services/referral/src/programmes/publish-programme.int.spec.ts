import type { Actor } from '@helhed/access';
import type { ProgrammeDefinition } from '@helhed/contracts';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { World } from '../../test/world.js';
import { FindProgrammes } from './find-programmes.js';
import { definitionExample } from './definition-example.js';
import { PublishProgramme } from './publish-programme.js';

describe('publishing a programme', () => {
  let world: World;
  let brondby: ProgrammeDefinition;
  beforeAll(async () => {
    world = await World.make();
    brondby = forMunicipality(getDefinition('brondby-helhedsprojekt'), '0450');
  });
  afterAll(() => world.stop());

  const publish = (definition: unknown, actor = world.lead) =>
    world.as(actor, () => new PublishProgramme(world.database).run(actor, definition));
  const find = () => new FindProgrammes(world.database, world.paging);
  const versions = async (code: string) => (await world.all('SELECT FROM programme WHERE code = $1', [code])).length;

  it('makes a version of it, which travels whole', async () => {
    expect(await publish(brondby)).toEqual({ code: brondby.code, version: 1, isNew: true });
    expect(await world.events(brondby.code)).toEqual([
      {
        type: 'programme-published',
        order_key: brondby.code,
        data: { programme: brondby.code, version: 1, definition: brondby },
      },
    ]);
    const log = await world.all<object>(
      `SELECT act, subjects, function FROM helhed.access_log ORDER BY id DESC LIMIT 1`,
    );
    expect(log).toEqual([{ act: 'programme.publish', subjects: [], function: 'programme-lead' }]);
  });

  it('again is without effect', async () => {
    expect(await publish({ ...brondby })).toMatchObject({ version: 1, isNew: false });
    expect(await versions(brondby.code)).toBe(1);
    expect(await world.names(brondby.code)).toHaveLength(1);
  });

  it('changed needs a higher version', async () => {
    const changed = { ...brondby, selfReferral: true };
    await expect(publish(changed)).rejects.toMatchObject({
      problem: 'programme-version-old',
      fields: [{ field: 'definition.version' }],
    });
    expect(await publish({ ...changed, version: 3 })).toMatchObject({ version: 3 });
    await expect(publish({ ...changed, version: 2 })).rejects.toMatchObject({ problem: 'programme-version-old' });
  });

  it('names every field at fault and the rule it breaks', async () => {
    const { name: _name, ...nameless } = brondby;
    const before = await versions(brondby.code);
    await expect(publish({ ...nameless, version: 'x', colour: 'red' })).rejects.toMatchObject({
      kind: 'rule',
      problem: 'definition-invalid',
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'definition.name', rule: 'required' }),
        expect.objectContaining({ field: 'definition.version', rule: 'type' }),
        expect.objectContaining({ field: 'definition.colour', rule: 'unknown' }),
      ]),
    });
    expect(await versions(brondby.code)).toBe(before);
  });

  it('lists how a referral may end, in words and with what counts', async () => {
    const { reasons: _reasons, ...without } = brondby;
    const wrongAt = (field: string, rule: string) => ({ fields: [{ field: `definition.${field}`, rule }] });
    await expect(publish(without)).rejects.toMatchObject(wrongAt('reasons', 'required'));
    const [first, ...others] = brondby.reasons!;
    const { text: _text, ...wordless } = first!;
    await expect(publish({ ...brondby, reasons: [wordless, ...others] })).rejects.toMatchObject(
      wrongAt('reasons.0.text', 'required'),
    );
    const answer = { form: 'letter', reasons: [first] };
    await expect(publish({ ...brondby, answer })).rejects.toMatchObject(wrongAt('answer.reasons', 'unknown'));
  });

  it("is for one's own municipality", async () => {
    await expect(publish({ ...brondby, municipality: '0561' })).rejects.toMatchObject({
      fields: [{ field: 'definition.municipality', rule: 'other-municipality' }],
    });
  });

  describe('later versions of it', () => {
    const other = () => ({ ...world.lead, unit: 'sundhedsplejen', functions: [] });
    const operator = () => {
      const { unit: _unit, function: _function, ...actor } = world.lead;
      return { ...actor, kind: 'operator' as const };
    };
    const at = (version: number) => ({ ...brondby, version, selfReferral: version % 2 === 0 });
    const by = (actor: Actor, version: number, unit?: string) =>
      world.as(actor, () => new PublishProgramme(world.database).run(actor, at(version), unit));
    /** As an older instance publishes them. */
    const unowned = async (from: number) => {
      await world.asOwner('ALTER TABLE programme NO FORCE ROW LEVEL SECURITY');
      await world.asOwner(`UPDATE programme SET unit = NULL WHERE code = '${brondby.code}' AND version >= ${from}`);
      await world.asOwner('ALTER TABLE programme FORCE ROW LEVEL SECURITY');
    };
    const refused = (field: string) => ({ kind: 'forbidden', problem: 'foreign-unit', fields: [{ field }] });

    it('are published by the unit that it belongs to alone: they say what is open of every family in it', async () => {
      await expect(by(other(), 11)).rejects.toMatchObject(refused('definition.code'));
      await expect(by(world.lead, 11, 'sundhedsplejen')).rejects.toMatchObject(refused('unit'));
      expect(await by(world.lead, 11, world.lead.unit)).toMatchObject({ version: 11, isNew: true });
      // the one in force again changes nothing, whoever sends it
      expect(await by(other(), 11)).toMatchObject({ version: 11, isNew: false });
    });

    it('are an operator’s too, who may hand the programme to another unit', async () => {
      expect(await by(operator(), 12)).toMatchObject({ version: 12 });
      await expect(by(other(), 13)).rejects.toMatchObject(refused('definition.code'));
      expect(await by(operator(), 13, 'sundhedsplejen')).toMatchObject({ version: 13 });
      await expect(by(world.lead, 14)).rejects.toMatchObject(refused('definition.code'));
      expect(await by(other(), 14)).toMatchObject({ version: 14 });
    });

    it('of before units owned programmes are nobody’s until an operator names the unit; one of an older instance forgets it not', async () => {
      await unowned(1);
      for (const lead of [world.lead, other()])
        await expect(by(lead, 15)).rejects.toMatchObject(refused('definition.code'));
      expect(await by(operator(), 15, 'visitation')).toMatchObject({ version: 15 });
      expect(await by(world.lead, 16)).toMatchObject({ version: 16 });
      await unowned(16);
      await expect(by(other(), 17)).rejects.toMatchObject(refused('definition.code'));
      expect(await by(world.lead, 17)).toMatchObject({ version: 17 });
    });

    it('and a first one by an operator names the unit', async () => {
      const first = { ...brondby, code: 'brondby-anden-indsats', version: 1 };
      const actor = operator();
      const run = (unit?: string) =>
        world.as(actor, () => new PublishProgramme(world.database).run(actor, first, unit));
      await expect(run()).rejects.toMatchObject({ kind: 'rule', fields: [{ field: 'unit', rule: 'required' }] });
      expect(await versions(first.code)).toBe(0);
      expect(await run('visitation')).toMatchObject({ isNew: true });
    });
  });

  it('by two at once makes one version', async () => {
    const morso = forMunicipality(getDefinition('morso-ftbt'), '0450');
    const published = (await Promise.all([publish(morso), publish(morso), publish(morso)])).filter(
      ({ isNew }) => isNew,
    );
    expect(published).toHaveLength(1);
    expect(await versions(morso.code)).toBe(1);
  });

  it('leaves nothing behind when its event cannot be stored', async () => {
    const esbjerg = forMunicipality(getDefinition('esbjerg-familieraadslagning'), '0450');
    await world.withoutOutbox(() => publish(esbjerg));
    expect(await versions(esbjerg.code)).toBe(0);
  });

  describe('the catalogue', () => {
    const code = 'jammerbugt-styrket-indsats';
    beforeAll(async () => {
      const definition = forMunicipality(getDefinition(code), '0450');
      const retention = (validFrom: string) => ({ prospectiveFamily: [{ validFrom, days: 180 }] });
      for (const [version, validFrom] of [
        [1, '2026-01-01'],
        [2, '2026-07-01'],
        [3, '2027-01-01'],
      ] as const)
        await publish({ ...definition, version, validFrom, retention: retention(validFrom) });
    });

    it('shows the version in force, all versions, and the one asked for', async () => {
      expect(await find().get(world.lead, code)).toMatchObject({
        version: 2,
        versions: [{ version: 1 }, { version: 2 }, { version: 3 }],
      });
      expect((await find().get(world.lead, code, 3)).validFrom).toBe('2027-01-01');
      await expect(find().get(world.lead, code, 4)).rejects.toMatchObject({ problem: 'not-found' });
      await expect(find().get(world.lead, 'nothing')).rejects.toMatchObject({ problem: 'not-found' });
    });

    it('lists each programme once, page by page', async () => {
      const first = await find().page(world.sender, { limit: 2 });
      expect(first).toMatchObject({
        total: 5,
        items: [
          { code: 'brondby-anden-indsats', version: 1 },
          { code: brondby.code, version: 17 },
        ],
      });
      const rest = await find().page(world.sender, { limit: 2, cursor: first.next ?? '' });
      expect(rest.items).toMatchObject([{ code, version: 2 }, { code: 'morso-ftbt' }]);
      expect((await find().page(world.sender, { limit: 2, cursor: rest.next ?? '' })).next).toBeNull();
    });

    it('tells what a family or a casework system asks first', async () => {
      const { items } = await find().page(world.sender, { limit: 10 });
      const entry = (of: string) => items.find((item) => item.code === of);
      expect(entry('nyborg-familiestue')).toMatchObject({
        selfReferral: true,
        families: { min: 4, max: 6, per: 'group' },
        kle: null,
      });
      expect(entry(brondby.code)).toMatchObject({ families: { min: 20, max: 25, per: 'programme' } });
      expect(entry(code)).toMatchObject({ selfReferral: false, families: null });
      const kle = { number: '27.24.00', facet: 'G01' };
      await publish({ ...definitionExample, kle });
      expect(await find().get(world.lead, definitionExample.code)).toMatchObject({
        kle,
        municipality: { code: '0450', name: 'Nyborg' },
      });
    });

    it('is a municipality’s own', async () => {
      const elsewhere = { ...world.lead, municipality: '0561' as typeof world.municipality };
      expect(await find().page(elsewhere, { limit: 5 })).toEqual({ items: [], next: null, total: 0 });
    });

    it('decides by the version in force when a referral is received, and keeps to it', async () => {
      const wish = { programme: code, facts: { parentingSupport: true } };
      const before = await world.receive(wish);
      await world.setClock('2027-01-01T09:00:00Z');
      const after = await world.receive(wish);
      await world.setClock('2026-11-05T08:00:00Z');
      const rows = await world.all('SELECT programme_version FROM referral WHERE id = ANY($1) ORDER BY id', [
        [before.id, after.id],
      ]);
      expect(rows).toEqual([{ programme_version: 2 }, { programme_version: 3 }]);
    });
  });
});
