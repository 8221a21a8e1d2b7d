export { beginHttpRequest, endHttpRequest, type HttpRequestTrace, insideHttpRequest } from './http-span.js';
export { configureLogging, log } from './logger.js';
export {
  countRequest,
  gaugeConsumerLag,
  gaugeDeadLetters,
  gaugeOutboxAge,
  gaugeParkedAge,
  gaugeRegisterRestored,
  gaugeSetAside,
  readMetrics,
} from './metrics.js';
export { NestLogger } from './nest-logger.js';
export { type ActingParty, type IdempotencyClaim, type RequestContext, requestContext } from './request-context.js';
export { describeError, type LogFields, withoutCpr } from './safe-fields.js';
export { startTelemetry, type Telemetry } from './start-telemetry.js';
export { newTraceparent, parseTraceparent, traceIdOf } from './traceparent.js';
export { continueTrace, currentTraceparent, sendSpan, span, type SpanAttributes } from './tracing.js';
