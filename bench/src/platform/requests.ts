import { requestText } from '../measure/http-connection.js';
import { referralBody } from './referrals.js';

const referrals = '/referral/v1/referrals';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** The create that is measured: a referral that was not sent before. */
export const receiveRequest = (token: string, number: number): string =>
  requestText('POST', referrals, { ...bearer(token), 'idempotency-key': `bench-${number}` }, referralBody(number));

/** The state change that is measured: triage of a referral just received. */
export const triageRequest = (token: string, id: string): string =>
  requestText('POST', `${referrals}/${id}:start-triage`, { ...bearer(token), 'if-match': '"1"' });

/** The read that is measured: all of a referral, by who triages it. */
export const readRequest = (token: string, id: string): string =>
  requestText('GET', `${referrals}/${id}`, bearer(token));
