import fc from 'fast-check';
import { formatTraceparent, newTraceparent, parseTraceparent, traceIdOf } from './traceparent.js';

const example = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('traceparent', () => {
  it('is read and written back', () => {
    const span = parseTraceparent(example);
    expect(span).toMatchObject({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      traceFlags: 1,
    });
    expect(span && formatTraceparent(span)).toBe(example);
  });

  it.each([
    undefined,
    '',
    'garbage',
    example.toUpperCase(),
    example.replace('00-', 'ff-'),
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-0af7651916cd43dd8448eb211c80319c-${'0'.repeat(16)}-01`,
    `${example}-extra`,
  ])('%j is nobody’s trace: a new one begins', (header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });

  it('that begins here is well formed', () => {
    fc.assert(
      fc.property(fc.constant(0), () => {
        const made = newTraceparent();
        expect(parseTraceparent(made)?.traceId).toBe(traceIdOf(made));
      }),
    );
  });
});
