import { Catch, UseFilters, type ExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { CloudEvent, EventContract } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { throwError, type Observable } from 'rxjs';

/** What a reaction gets beside its event: the transaction in which the event counts as applied, or does not. */
export interface EventContext {
  readonly tx: Tx;
  /** The snapshot that the event is told in; most reactions need not know. */
  readonly snapshot?: CloudEvent | undefined;
}

/** The pattern of a reaction to events of types that this release does not know. */
export const unknownEvent = 'unknown event';

/** Nest's own filter replaces an error by a general one; the applier needs the error to tell what is down from what is wrong. */
@Catch()
class PassOn implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

type Reaction<T> = (event: CloudEvent<T>, context: EventContext) => Promise<void>;

/**
 * Marks a method of a Nest controller as the reaction to an event, or to each of several. Its effects and the event's
 * number are committed together, so it may be called again after a failure and is never applied twice.
 */
export const On =
  <T>(contract: EventContract<T> | readonly EventContract<T>[]) =>
  (target: object, key: string, descriptor: TypedPropertyDescriptor<Reaction<T>>): void => {
    mark(
      [contract].flat().map(({ type }) => type),
      target,
      key,
      descriptor,
    );
  };

/**
 * Marks a method as what keeps events of types that this release does not know, raw, for a later one. A service without
 * such a method steps over them, and asks for a snapshot of their keys once it knows them.
 */
export const OnUnknown =
  () =>
  (target: object, key: string, descriptor: TypedPropertyDescriptor<Reaction<Record<string, unknown>>>): void => {
    mark([unknownEvent], target, key, descriptor);
  };

function mark(patterns: string[], target: object, key: string, descriptor: PropertyDescriptor): void {
  EventPattern(patterns)(target, key, descriptor);
  Payload()(target, key, 0);
  Ctx()(target, key, 1);
  UseFilters(PassOn)(target, key, descriptor);
}
