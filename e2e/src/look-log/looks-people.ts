const unit = (code: string, ...functions: string[]) => ({ code, name: `Enheden ${code}`, functions });

/** Who may look at the family of `LooksWorld`. */
export const people = {
  units: [
    unit('db-solsikken', 'pedagogue', 'referrer'),
    unit('skole-nord', 'teacher'),
    unit('boern-og-unge', 'social-worker'),
    unit('koordineringen', 'family-coordinator'),
    unit('ppr', 'psychologist'),
    unit('visitation', 'triager', 'caseworker'),
    unit('familiestuen', 'group-leader', 'programme-lead'),
    unit('raadhuset', 'administrator', 'data-protection-officer'),
  ],
  users: {
    pia: ['db-solsikken:pedagogue'],
    trine: ['skole-nord:teacher'],
    sofie: ['boern-og-unge:social-worker'],
    karen: ['koordineringen:family-coordinator'],
    petra: ['ppr:psychologist'],
    vibeke: ['visitation:triager'],
    carl: ['visitation:caseworker'],
    gitte: ['familiestuen:group-leader'],
    lone: ['familiestuen:programme-lead'],
    adam: ['raadhuset:administrator'],
    dora: ['raadhuset:data-protection-officer'],
    maja: [],
  },
  systems: { 'dagtilbud-system': ['db-solsikken:referrer'] },
};
