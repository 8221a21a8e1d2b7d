import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly location?: string;
}

/** Stands where the referral service serves intakes; 404 for one that it was not given. */
export async function startReferralDouble() {
  const answers = new Map<string, Answer>();
  const asked: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, authorization: request.headers.authorization });
    const { status, body, location } = answers.get(path) ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'application/json', ...(location ? { location } : {}) });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer: (referralId: string, answer: Answer) => void answers.set(intakePath(referralId), answer),
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

export const intakePath = (referralId: string): string => `/referral/v1/intakes/${referralId}`;
