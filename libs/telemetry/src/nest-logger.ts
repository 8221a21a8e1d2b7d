import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { log } from './logger.js';

const contextOf = (params: unknown[]): string | undefined => {
  const last = params.at(-1);
  return typeof last === 'string' ? last : undefined;
};

/** What Nest itself says, through the same log; its start-up chatter is debug. */
export class NestLogger implements LoggerService {
  log(message: unknown, ...params: unknown[]): void {
    log.debug(textOf(message), { context: contextOf(params) });
  }

  warn(message: unknown, ...params: unknown[]): void {
    log.warn(textOf(message), { context: contextOf(params) });
  }

  error(message: unknown, ...params: unknown[]): void {
    const error = [message, ...params].find((given) => types.isNativeError(given));
    log.error(textOf(message), { context: contextOf(params), error });
  }

  fatal(message: unknown, ...params: unknown[]): void {
    log.fatal(textOf(message), { context: contextOf(params) });
  }

  debug(message: unknown, ...params: unknown[]): void {
    log.debug(textOf(message), { context: contextOf(params) });
  }

  verbose(message: unknown, ...params: unknown[]): void {
    this.debug(message, ...params);
  }
}

const textOf = (message: unknown): string => (typeof message === 'string' ? message : 'see error');
