import { DomainError, type ErrorKind } from '@helhed/kernel';
import { ForbiddenException, HttpException } from '@nestjs/common';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { toFailure } from './to-failure.js';

const text = { da: 'Nej.', en: 'No.' };
const sql = (code: string): Error =>
  new QueryFailedError('SELECT 1', [], Object.assign(new Error('column says Grethe'), { code }));
const withCode = (code: string, cause?: unknown): Error => Object.assign(new Error('x', { cause }), { code });

describe('what an error means to a client', () => {
  it.each<[ErrorKind, number]>([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['gone', 410],
    ['stale', 412],
    ['rule', 422],
    ['precondition-required', 428],
    ['unavailable', 503],
  ])('a rule of the domain that is %s is %i', (kind, status) => {
    expect(toFailure(new DomainError(kind, 'closed', text))).toMatchObject({ status, problem: 'closed', detail: text });
  });

  it('the members that a problem adds come along', () => {
    const error = new DomainError('rule', 'full', text, [], { alternatives: ['next week'] });
    expect(toFailure(error).extension).toEqual({ alternatives: ['next week'] });
  });

  it.each([
    ['PostgreSQL shut down', sql('57P01')],
    ['PostgreSQL starting', sql('57P03')],
    ['too many connections', sql('53300')],
    ['disk full', sql('53100')],
    ['statement timed out', sql('57014')],
    ['a standby', sql('25006')],
    ['a deadlock that was tried again in vain', sql('40P01')],
    ['nobody listens', withCode('ECONNREFUSED')],
    ['nobody listens on either address', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
    ['a request to Keycloak that found nobody', new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') })],
    ['pg lost its server', new Error('Connection terminated unexpectedly')],
    ['pg waited for a connection', new Error('timeout exceeded when trying to connect')],
    ['TypeORM not connected yet', new Error('Driver not Connected')],
    ['TypeORM in a transaction whose connection broke', new QueryRunnerAlreadyReleasedError()],
  ])('%s: 503, to be tried again', (_what, error) => {
    expect(toFailure(error)).toMatchObject({ status: 503, retryAfter: expect.any(Number) });
  });

  it.each([
    ['a unique constraint: somebody was first', sql('23505'), 409],
    ['an exclusion constraint: somebody was first', sql('23P01'), 409],
    ['a value that PostgreSQL cannot hold', sql('22P05'), 400],
    ['a foreign key that our code should have seen', sql('23503'), 500],
    ['SQL of ours that is wrong', sql('42601'), 500],
    ['a fault in our code', new TypeError('x is undefined'), 500],
    ['nothing at all', undefined, 500],
    ['Nest refusing', new ForbiddenException(), 403],
    ['a body too large', new HttpException('too large', 413), 413],
    ['a status that no problem describes', new HttpException('teapot', 418), 418],
  ])('%s', (_what, error, status) => {
    expect(toFailure(error)).toMatchObject({ status });
    expect(JSON.stringify(toFailure(error))).not.toContain('Grethe');
  });
});
