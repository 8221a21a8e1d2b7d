import { pino } from 'pino';
import { requestContext } from './request-context.js';
import { type LogFields, pickSafe, withoutCpr } from './safe-fields.js';
import { traceIdOf } from './traceparent.js';

const levels = ['debug', 'info', 'warn', 'error', 'fatal'] as const;
type Level = (typeof levels)[number];

const write = (base: Record<string, unknown>, level: string) =>
  pino({
    base,
    level,
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin() {
      const request = requestContext.getStore();
      if (!request) return {};
      const { requestId, traceparent } = request;
      return traceparent ? { traceId: traceIdOf(traceparent), requestId } : { requestId };
    },
  });

let output = write({}, 'info');

/** @param options.level debug, info, warn, error, fatal or silent; info when absent */
export function configureLogging(options: { service: string; instance?: string; level?: string }): void {
  const base = options.instance
    ? { service: options.service, instance: options.instance }
    : { service: options.service };
  output = write(base, options.level ?? 'info');
}

const at =
  (level: Level) =>
  (message: string, fields: LogFields = {}): void => {
    if (output.isLevelEnabled(level)) output[level](pickSafe(fields), withoutCpr(message));
  };

/**
 * One line of JSON on standard output, with the trace and request it belongs to. The message is a constant text; what
 * varies goes into fields, of which only the allowed ones (safe-fields.ts) are written.
 */
export const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), fatal: at('fatal') };
