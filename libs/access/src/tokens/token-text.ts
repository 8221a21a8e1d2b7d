import { z } from 'zod';
import { TokenRefused } from './token-refused.js';

const header = z.object({
  alg: z.string(),
  typ: z.string().optional(),
  kid: z.string().optional(),
  crit: z.unknown().optional(),
});
const seconds = z.number().int().nonnegative();

const claims = z.object({
  iss: z.string(),
  sub: z.string().optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  azp: z.string().optional(),
  typ: z.string().optional(),
  exp: seconds.optional(),
  nbf: seconds.optional(),
  iat: seconds.optional(),
  municipality: z.string().optional(),
  functions: z.unknown().optional(),
  operator: z.unknown().optional(),
  client_id: z.string().optional(),
});

export type TokenHeader = z.infer<typeof header>;
export type TokenClaims = z.infer<typeof claims>;

export interface TokenText {
  readonly header: TokenHeader;
  readonly claims: TokenClaims;
}

const longestToken = 16_384;
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Reads a JWT's header and claims without believing them. */
export function readToken(token: string): TokenText {
  if (token.length > longestToken || !compact.test(token)) throw new TokenRefused('malformed');
  const [head = '', body = '', signature = ''] = token.split('.');
  return { header: parse(header, head), claims: parse(claims, bytes(body) && bytes(signature) && body) };
}

function parse<T>(schema: z.ZodType<T>, part: string): T {
  try {
    return schema.parse(JSON.parse(bytes(part).toString()));
  } catch {
    throw new TokenRefused('malformed');
  }
}

/** Base64url of exactly these bytes: the decoder forgives stray last bits, which would let one signature look like many. */
function bytes(part: string): Buffer {
  const decoded = Buffer.from(part, 'base64url');
  if (decoded.toString('base64url') !== part) throw new TokenRefused('malformed');
  return decoded;
}
