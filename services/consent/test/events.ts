import { eventSource, type CloudEvent, type EventContract } from '@helhed/contracts';
import { newId, type MunicipalityCode } from '@helhed/kernel';
import { newTraceparent } from '@helhed/telemetry';

const incarnation = newId();
const numbers = new Map<string, number>();

/** The next event of its key, as the bus would deliver it. */
export function nextEvent<T extends object>(
  municipality: MunicipalityCode,
  contract: EventContract<T>,
  data: T,
): CloudEvent {
  const orderkey = String((data as Record<string, unknown>)[contract.orderKey]);
  const source = eventSource(municipality, contract.context);
  const seq = (numbers.get(`${source} ${orderkey}`) ?? 0) + 1;
  numbers.set(`${source} ${orderkey}`, seq);
  return {
    specversion: '1.0',
    id: newId(),
    source,
    type: contract.type,
    subject: orderkey,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    municipality,
    incarnation,
    orderkey,
    seq,
    traceparent: newTraceparent(),
    data: data as Record<string, unknown>,
  };
}
