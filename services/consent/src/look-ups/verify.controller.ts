import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Workers } from '@helhed/database';
import { isMunicipalityCode, type MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Command, Returns } from '@helhed/web';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { faultKinds } from './check-chain.js';
import { VerifyLookUps } from './verify-look-ups.js';

const VerifiedLookUps = z
  .strictObject({
    municipalities: z.array(
      z.strictObject({
        municipality: z.string(),
        rows: z.int(),
        pos: z.int().describe('The position that the register had reached.'),
        heads: z.int().describe('Signed heads that were compared.'),
        signedUpTo: z.int().describe('What was appended up to here cannot be cut off or written anew unnoticed.'),
        faults: z.array(
          z.strictObject({
            kind: z.enum(faultKinds),
            pos: z.int(),
            to: z.int().optional().describe('The last position; of swapped rows the other one.'),
            source: z.string().optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'VerifiedLookUps' });

@Controller('v1/operations')
export class VerifyController {
  constructor(
    private readonly verifying: VerifyLookUps,
    private readonly workers: Workers,
  ) {}

  @Command('verify', 'look-ups')
  @Access({ act: 'operations.verify-look-ups', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(VerifiedLookUps, {
    summary: {
      en: 'Read the register of look-ups, of one municipality or of all, and name what is not as it was appended',
      da: 'Læs opslagsregistret for én kommune eller alle, og nævn det, der ikke er, som det blev skrevet',
    },
    description: 'Counts and positions; no faults where the register is whole.',
    example: {
      municipalities: [
        { municipality: '0450', rows: 41_207, pos: 41_207, heads: 33, signedUpTo: 40_911, faults: [] },
        {
          municipality: '0561',
          rows: 1_204,
          pos: 1_205,
          heads: 33,
          signedUpTo: 1_190,
          faults: [{ kind: 'missing', pos: 817, to: 817 }],
        },
      ],
    },
  })
  async verify(@CurrentActor() actor: Actor) {
    const municipalities = [];
    for (const each of await this.#asked(actor)) municipalities.push(await this.verifying.run(each));
    const faults = municipalities.flatMap((each) => each.faults).length;
    log[faults > 0 ? 'error' : 'info']('look-ups verified', { count: faults });
    return { municipalities };
  }

  async #asked(actor: Actor): Promise<MunicipalityCode[]> {
    const named = municipalityOf(actor);
    if (named) return [named];
    return (
      await this.workers.query<{ code: MunicipalityCode }>('SELECT code FROM helhed.municipality ORDER BY code')
    ).map(({ code }) => code);
  }
}

/** The one that the operator's header names, where it names one. */
function municipalityOf(actor: Actor): MunicipalityCode | undefined {
  try {
    return isMunicipalityCode(actor.municipality) ? actor.municipality : undefined;
  } catch {
    return undefined;
  }
}
