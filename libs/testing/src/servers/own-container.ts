import { isRunning, processIdentity, type ProcessNote } from '@helhed/local';
import { GenericContainer, getContainerRuntimeClient } from 'testcontainers';

// Where this process runs in a container itself, Testcontainers would look for the ports at the bridge's gateway.
process.env['TESTCONTAINERS_HOST_OVERRIDE'] ??= '127.0.0.1';

const ownerLabel = 'dk.helhed.test.owner';

/** Testcontainers publishes on every address of the machine; a test's servers are for this machine only. */
class LoopbackContainer extends GenericContainer {
  protected override beforeContainerCreated(): Promise<void> {
    const bindings = Object.entries(this.hostConfig.PortBindings ?? {}) as [string, { HostPort: string }[]][];
    this.hostConfig.PortBindings = Object.fromEntries(
      bindings.map(([port, hosts]) => [port, hosts.map((host) => ({ ...host, HostIp: '127.0.0.1' }))]),
    );
    return Promise.resolve();
  }
}

/** A container that says which process it was started for, reached on loopback only. */
export function ownContainer(image: string): GenericContainer {
  const owner: ProcessNote = { pid: process.pid, identity: processIdentity(process.pid) };
  return new LoopbackContainer(image).withLabels({ [ownerLabel]: JSON.stringify(owner) });
}

/** Removes the containers of test runs that were killed; Testcontainers' own reaper needs an image of its own. */
export async function removeDeadContainers(): Promise<void> {
  const { dockerode } = (await getContainerRuntimeClient()).container;
  const found = await dockerode.listContainers({ all: true, filters: { label: [ownerLabel] } });
  for (const { Id: id, Labels: labels } of found) {
    const owner = JSON.parse(labels[ownerLabel] ?? '{}') as ProcessNote;
    if (!isRunning(owner)) await dockerode.getContainer(id).remove({ force: true });
  }
}
