import { appendFile, readFile, writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@helhed/kernel';
import { aLook, esbjerg, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';
import { appendLookUps } from './append-look-ups.js';

let world: LookUps;
beforeEach(async () => void (world = await startLookUps()));
afterEach(() => world?.stop());

const looks = (count: number) => Array.from({ length: count }, () => aLook());
const verify = () => world.verifying.run(nyborg);
const faults = async () => (await verify()).faults;
const put = (pos: number, set: string, values: unknown[] = []) =>
  world.asOwner(`UPDATE look_up SET ${set} WHERE pos = ${pos}`, values);

describe('the register of look-ups', () => {
  it('is one chain, whichever instance appends, each municipality’s its own', async () => {
    const others = [await world.instance(), await world.instance()].map(({ database }) => database);
    const sources = ['referral', 'family-plan', 'scheduling', 'reporting'];
    const appending = sources.map(async (source, at) => {
      for (let n = 0; n < 8; n++) await world.append(looks(5), source, nyborg, others[at % 2]);
    });
    await Promise.all([...appending, world.append(looks(3), 'referral', esbjerg)]);
    expect(await verify()).toMatchObject({ rows: 160, pos: 160, heads: 0, signedUpTo: 0, faults: [] });
    expect(await world.verifying.run(esbjerg)).toMatchObject({ rows: 3, faults: [] });
  });

  it('passes over what it has, and leaves nothing of a batch that fails', async () => {
    const batch = world.batch('referral', looks(4));
    const append = () => world.database.inTransaction(nyborg, (tx) => appendLookUps(tx, 'referral', batch));
    await append();
    await append();
    const clash = { ...batch, rows: looks(1) };
    await expect(world.database.inTransaction(nyborg, (tx) => appendLookUps(tx, 'referral', clash))).rejects.toThrow(
      'duplicate key',
    );
    expect(await verify()).toMatchObject({ rows: 4, pos: 4, faults: [] });
  });

  it('is appended to only: the app role changes and deletes nothing', async () => {
    await world.append(looks(1));
    for (const sql of ['UPDATE look_up SET sub = sub', 'DELETE FROM look_up', 'DELETE FROM look_up_subject'])
      await expect(world.database.inTransaction(nyborg, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
  });

  it('stays whole when the content of old rows is erased, with who was looked at', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - 86_400_000 * days).toISOString();
    const [old, kept, maja] = [daysAgo(1_827), daysAgo(1_825), newId()];
    await world.append([
      aLook({ at: old, subjects: [maja] }),
      aLook({ at: kept, subjects: [maja] }),
      aLook({ at: old }),
    ]);
    await world.append([aLook({ at: old })], 'referral', esbjerg);
    expect(await world.erasing.run()).toBe(3);
    expect(await world.erasing.run()).toBe(0);
    expect((await world.verifying.run(esbjerg)).faults).toEqual([]);
    expect(await faults()).toEqual([]);
    const left = await world.rows(
      `SELECT pos FROM look_up WHERE salt IS NOT NULL OR sub IS NOT NULL OR subjects IS NOT NULL`,
    );
    expect(left).toEqual([{ pos: '2' }]);
    expect(await world.rows('SELECT pos FROM look_up_subject')).toEqual([{ pos: '2' }]);
    expect((await world.seenOf(maja)).total).toBe(1);
    await world.append(looks(2));
    await world.asOwner(
      `UPDATE look_up SET commitment = set_byte(commitment, 0, get_byte(commitment, 0) # 1) WHERE pos = 1`,
    );
    expect(await faults()).toEqual([{ kind: 'link-altered', pos: 1, source: 'referral' }]);
  });

  it('is erased by its municipality’s clock, more rows than one transaction takes', async () => {
    await world.append(looks(2_001));
    await world.workers.query(
      `UPDATE helhed.municipality SET clock_offset_ms = 1827 * 86400000::bigint WHERE code = '0450'`,
    );
    expect(await world.erasing.run()).toBe(2_001);
    expect(await faults()).toEqual([]);
  });
});

describe('the verifier names', () => {
  beforeEach(() => world.append(looks(9)));

  it.each([
    ['content', `sub = sub || 'x'`, 'content-altered'],
    ['a time, by a millisecond', `at = at + interval '1 millisecond'`, 'content-altered'],
    ['that it was drawn for review', 'drawn = NOT drawn', 'link-altered'],
    ['the salt', 'salt = set_byte(salt, 0, get_byte(salt, 0) # 1)', 'content-altered'],
    ['the link', 'link = set_byte(link, 31, get_byte(link, 31) # 1)', 'link-altered'],
    ['the source', `source = 'consent'`, 'link-altered'],
    ['half an erasure', 'salt = NULL', 'half-erased'],
  ])('a flipped byte of %s', async (_, set, kind) => {
    await put(5, set);
    const found = (await faults()).filter((fault) => fault.kind !== 'source-gap');
    expect(found).toEqual([{ kind, pos: 5, source: expect.any(String) }]);
  });

  it('a dropped row, and the number that its source lacks', async () => {
    await world.asOwner('DELETE FROM look_up WHERE pos = 5');
    expect(await faults()).toEqual([
      { kind: 'missing', pos: 5, to: 5 },
      { kind: 'source-gap', pos: 6, source: 'referral' },
    ]);
  });

  it('a row that its person finds no more', async () => {
    await world.asOwner('DELETE FROM look_up_subject WHERE pos = 4');
    expect(await faults()).toEqual([{ kind: 'subject-missing', pos: 4, source: 'referral' }]);
  });

  it('a swapped pair', async () => {
    await world.asOwner('UPDATE look_up SET pos = CASE pos WHEN 3 THEN -7 ELSE -3 END WHERE pos IN (3, 7)');
    await world.asOwner('UPDATE look_up SET pos = -pos WHERE pos < 0');
    expect(await faults()).toEqual([{ kind: 'swapped', pos: 3, to: 7 }]);
  });

  it('a truncated tail, against the signed head, though the register’s own note agrees', async () => {
    expect(await world.sign.run()).toBe(1);
    await world.asOwner('DELETE FROM look_up WHERE pos > 6');
    await world.asOwner('UPDATE look_up_head SET pos = 6, link = (SELECT link FROM look_up WHERE pos = 6)');
    expect(await verify()).toMatchObject({ heads: 1, signedUpTo: 9, faults: [{ kind: 'truncated', pos: 7, to: 9 }] });
  });

  it('a tail that was cut off after the last head, by the register’s own note', async () => {
    await world.asOwner('DELETE FROM look_up WHERE pos > 6');
    expect(await faults()).toEqual([{ kind: 'head-altered', pos: 9 }]);
  });

  it('a register that was written anew and fits together, against the signed head', async () => {
    await world.sign.run();
    await world.asOwner('DELETE FROM look_up');
    await world.asOwner('DELETE FROM look_up_head');
    await world.database.inTransaction(nyborg, (tx) =>
      appendLookUps(tx, 'referral', { incarnation: newId(), from: 1, rows: looks(9) }),
    );
    expect(await faults()).toEqual([{ kind: 'rewritten', pos: 9 }]);
  });

  it('heads that are gone, unreadable, altered, or signed by nobody known', async () => {
    await world.sign.run();
    const file = join(world.folder, '0450.jsonl');
    const line = await readFile(file, 'utf8');
    await writeFile(file, line.replace('"pos":9', '"pos":8'));
    expect(await faults()).toEqual([{ kind: 'signature-invalid', pos: 8 }]);
    await writeFile(file, line.replace('"key":"k1"', '"key":"k0"'));
    expect(await faults()).toEqual([{ kind: 'key-unknown', pos: 9 }]);
    await writeFile(file, line);
    await appendFile(file, 'nonsense\n');
    expect(await faults()).toEqual([{ kind: 'signature-invalid', pos: 0 }]);
    await rm(file);
    expect(await faults()).toEqual([{ kind: 'heads-missing', pos: 9 }]);
  });
});

describe('the head', () => {
  it('is signed once a day, by one of two instances, and not where there is nothing to sign', async () => {
    await world.append(looks(2));
    const other = await world.instance();
    expect((await Promise.all([world.sign.run(), other.sign.run()])).toSorted()).toEqual([0, 1]);
    await world.append(looks(2));
    expect(await world.sign.run()).toBe(0);
    await world.workers.query('UPDATE helhed.municipality SET clock_offset_ms = 86400000');
    expect(await world.sign.run()).toBe(1);
    expect(await verify()).toMatchObject({ heads: 2, signedUpTo: 4, faults: [] });
    expect(await world.heads.read(esbjerg)).toEqual([]);
  });
});
