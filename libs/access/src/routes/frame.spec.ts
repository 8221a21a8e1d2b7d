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

  it('names all that it has of sections', () =>
    expect(() => frame(shape('name', 'id', 'address'))).toThrow('it has name, address of a section'));
});
