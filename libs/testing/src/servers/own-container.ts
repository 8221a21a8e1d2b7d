import { isRunning, processIdentity, type ProcessNote } from '@helhed/local';
import { GenericContainer, getContainerRuntimeClient } from 'testcontainers';

const ownerLabel = 'dk.helhed.test.owner';

/** A container that says which process it was started for. */
export function ownContainer(image: string): GenericContainer {
  const owner: ProcessNote = { pid: process.pid, identity: processIdentity(process.pid) };
  return new GenericContainer(image).withLabels({ [ownerLabel]: JSON.stringify(owner) });
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
