import type { Tx } from '@helhed/database';
import { Enrolment } from './enrolment.js';

/** Its referral was withdrawn or closed: the enrolment stays, ended. Whether the place is another's then, referral says. */
export async function endEnrolment(tx: Tx, referralId: string, endedOn: string): Promise<void> {
  const { manager, municipality } = tx;
  const enrolment = await manager.findOneBy(Enrolment, { municipality, referralId });
  if (!enrolment?.end(endedOn)) return;
  await manager.save(enrolment);
  tx.log({ kind: 'command', act: 'enrolment.end', subjects: [enrolment.familyId] });
}
