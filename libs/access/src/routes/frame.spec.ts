import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { frame } from './frame.js';

const shape = (...fields: string[]) => z.strictObject(Object.fromEntries(fields.map((field) => [field, z.string()])));

describe('a frame (docs/access.md 4.1)', () => {
  it('is a schema of ids, codes and dates, as it is', () => {
    const receipt = shape('id', 'code', 'receivedOn');
    expect(frame(receipt)).toBe(receipt);
    expect(frame(shape())).toBeDefined();
  });

  it.each(['facts', 'members', 'nextOwner', 'name', 'birthDate', 'address', 'givers', 'evidence', 'words'])(
    'has no field %s, which is of a section',
    (field) => {
      expect(() => frame(shape('id', field))).toThrow(`no frame: it has ${field} of a section`);
    },
  );

  describe('as docs/access.md 4.1 names them', () => {
    const [, table = ''] = readFileSync('docs/access.md', 'utf8').split(/^### 4\.[12] .*$/m);
    const cells = [...table.matchAll(/^\| [^|]+ \| ([^|]+) \|/gm)].map(
      ([, fields = '']) => fields.split(/;? to a citizen/)[0],
    );
    const fields = new Set(cells.flatMap((cell = '') => cell.match(/\b[a-z]+[A-Z]\w*/g) ?? []));
    // what a thing of another kind names, or its command was sent
    for (const ofFrames of ['familyId', 'personId', 'placeId', 'groupId', 'referralId', 'endedOn', 'heldOn'])
      fields.delete(ofFrames);

    it('are many', () => expect(fields.size).toBeGreaterThan(20));

    it.each([...fields])('has no field %s', (field) => expect(() => frame(shape('id', field))).toThrow('no frame'));
  });

  it('names all that it has of sections', () =>
    expect(() => frame(shape('name', 'id', 'address'))).toThrow('it has name, address of a section'));
});
