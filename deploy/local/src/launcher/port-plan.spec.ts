import { choosePorts, defaultPortBase, parts, portPlan } from './port-plan.js';

const free =
  (...taken: number[]) =>
  (port: number) =>
    Promise.resolve(!taken.includes(port));

describe('the choice of ports', () => {
  it('is a row from the default base, a port for each part', async () => {
    const plan = await choosePorts({}, free());
    expect(Object.values(plan)).toEqual(parts.map((_, index) => defaultPortBase + index));
  });

  it('goes on to the next row where one port is taken', async () => {
    expect(await choosePorts({}, free(defaultPortBase + 3))).toEqual(portPlan(defaultPortBase + 20));
  });

  it('keeps the row of the last start while it is free', async () => {
    expect(await choosePorts({ lastBase: 9000 }, free(defaultPortBase))).toEqual(portPlan(9000));
  });

  it('names what is taken of a base that was asked for, and tries no other', async () => {
    await expect(choosePorts({ portBase: 9100, lastBase: 9000 }, free(9100, 9104))).rejects.toThrow(
      '9100 (edge), 9104 (nats)',
    );
  });

  it('gives up after twenty rows', async () => {
    await expect(choosePorts({}, () => Promise.resolve(false))).rejects.toThrow(String(defaultPortBase + 380));
  });
});
