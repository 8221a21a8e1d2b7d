import { jest } from '@jest/globals';
import { municipalityCode } from '@helhed/kernel';
import { leaseMs } from './lease-length.js';
import { MunicipalityLease } from './municipality-lease.js';

const nyborg = municipalityCode('0450');

/** Consent as the holder meets it; `epoch` is what the service's own database has applied. */
function world() {
  const said: string[] = [];
  const faults: string[] = [];
  const state = { epoch: 3, demanded: 3, down: false, unheard: 0, ungiven: false, milliseconds: leaseMs };
  const consent = {
    take: async (_: string, epoch: number) => {
      said.push(`take ${epoch}`);
      if (state.down) throw new Error('no answer');
      return { id: 'one', demanded: state.demanded, milliseconds: state.milliseconds };
    },
    confirm: async (_: string, id: string, epoch: number) => {
      said.push(`confirm ${id} ${epoch}`);
      if (state.unheard-- > 0) throw new Error('no answer');
    },
    giveBack: async () => {
      said.push('give back');
      if (state.ungiven) throw new Error('no answer');
    },
  };
  const lease = new MunicipalityLease(nyborg, {
    consent,
    applied: async () => state.epoch,
    report: (what) => void faults.push(what),
  });
  return { said, state, lease, faults };
}

describe('what an instance tells consent', () => {
  it('is what its database has applied, when it holds no lease; one request serves all who wait', async () => {
    const { said, lease } = world();
    await Promise.all([lease.take(), lease.take(), lease.take()]);
    expect(said).toEqual(['take 3']);
    expect(lease.held.allows(3)).toBe(true);
  });

  it('is a new epoch only when the answers begun before it have ended, also by a renewal', async () => {
    const { said, state, lease } = world();
    await lease.take();
    const end = lease.reads.begin();
    state.epoch = 4;
    const confirmed = lease.confirm();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await lease.take();
    expect(said).toEqual(['take 3', 'take 3']);
    end();
    await confirmed;
    await lease.take();
    expect(said).toEqual(['take 3', 'take 3', 'confirm one 4', 'take 4']);
  });

  it('is what came while it waited, too', async () => {
    const { said, state, lease } = world();
    await lease.take();
    const end = lease.reads.begin();
    state.epoch = 4;
    const confirmed = lease.confirm();
    await new Promise((resolve) => setTimeout(resolve, 20));
    state.epoch = 5;
    void lease.confirm();
    end();
    await confirmed;
    expect(said).toEqual(['take 3', 'confirm one 4', 'confirm one 5']);
  });

  it('is said again, and not only by the next renewal, where consent did not hear it', async () => {
    const { said, state, lease } = world();
    await lease.take();
    Object.assign(state, { epoch: 4, unheard: 2 });
    await lease.confirm();
    await lease.confirm();
    expect(said).toEqual(['take 3', 'confirm one 4', 'confirm one 4', 'confirm one 4']);
  });

  it('is not said again by who is leaving', async () => {
    const { said, state, lease } = world();
    await lease.take();
    Object.assign(state, { epoch: 4, unheard: 100 });
    void lease.confirm();
    await lease.giveBack();
    expect(said).toEqual(['take 3', 'confirm one 4', 'give back']);
  });

  it('is nothing where nothing was raised, or no lease runs', async () => {
    const { said, state, lease } = world();
    await lease.confirm();
    state.milliseconds = 1;
    await lease.take();
    await new Promise((resolve) => setTimeout(resolve, 5));
    state.epoch = 4;
    await lease.confirm();
    expect(said).toEqual(['take 3']);
  });
});

describe('what is given back', () => {
  it('is what runs, and nothing is answered by it any more', async () => {
    const { said, lease } = world();
    await lease.giveBack();
    const taking = lease.take();
    await lease.giveBack();
    await taking;
    expect(said).toEqual(['take 3', 'give back']);
    expect(lease.held.runs).toBe(false);
    await lease.giveBack();
    expect(said).toHaveLength(2);
  });

  it('is what consent may have given, too, though its answer never came', async () => {
    const { said, state, lease } = world();
    state.down = true;
    await expect(lease.take()).rejects.toMatchObject({ problem: 'consent-unavailable' });
    await lease.giveBack();
    expect(said).toEqual(['take 3', 'give back']);
  });
});

describe('while consent does not answer', () => {
  it('who asks is refused at once, and consent is asked again after a moment', async () => {
    const { said, state, lease } = world();
    state.down = true;
    const refused = () => expect(lease.take()).rejects.toMatchObject({ problem: 'consent-unavailable' });
    await refused();
    await refused();
    expect(said).toHaveLength(1);
    state.down = false;
    await new Promise((resolve) => setTimeout(resolve, 320));
    await lease.take();
    expect(lease.held.runs).toBe(true);
  });
});

describe('what goes wrong is reported, and no more', () => {
  it('a lease not given, a confirmation not heard, a lease not taken back', async () => {
    const { state, lease, faults } = world();
    state.down = true;
    await expect(lease.take()).rejects.toMatchObject({ problem: 'consent-unavailable' });
    expect([lease.isFailing, faults]).toEqual([true, ['taking a lease']]);
    await new Promise((resolve) => setTimeout(resolve, 320));
    Object.assign(state, { down: false, unheard: 1, ungiven: true });
    await lease.take();
    expect(lease.isFailing).toBe(false);
    state.epoch = 4;
    await lease.confirm();
    await lease.giveBack();
    expect(faults).toEqual(['taking a lease', 'confirming a lease', 'giving a lease back']);
  });

  it('is not what went well', async () => {
    const { state, lease, faults } = world();
    await lease.take();
    state.epoch = 4;
    await lease.confirm();
    await lease.giveBack();
    expect(faults).toEqual([]);
  });
});

describe('an instance that nobody asks any more', () => {
  it('is idle from when it was last used', () => {
    const clock = jest.spyOn(process.hrtime, 'bigint').mockReturnValue(0n);
    const { lease } = world();
    clock.mockReturnValue(30_000_000n);
    expect(lease.idleMs).toBe(30);
    lease.used();
    expect(lease.idleMs).toBe(0);
    clock.mockRestore();
  });
});

it('each epoch that was raised is confirmed, once the one before it was', async () => {
  const { said, state, lease } = world();
  await lease.take();
  for (const epoch of [4, 5, 6]) {
    state.epoch = epoch;
    await lease.confirm();
  }
  expect(said).toEqual(['take 3', 'confirm one 4', 'confirm one 5', 'confirm one 6']);
});
