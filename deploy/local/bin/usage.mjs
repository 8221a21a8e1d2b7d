import { say } from './say.mjs';

const json = say('  --json   ét JSON-dokument', '  --json   one JSON document');

const usages = {
  start: `npm start [-- …]   ${say('starter hele platformen på denne maskine', 'starts the whole platform on this machine')}

  --detach           ${say('vender tilbage, når den er klar; npm stop stopper den', 'comes back when it is ready; npm stop ends it')}
  --port-base PORT   ${say('den første af portene, 1024 til 65000; også HELHED_PORT_BASE; ellers 8450', 'the first of its ports, 1024 to 65000; HELHED_PORT_BASE too; else 8450')}
  --help             ${say('disse linjer', 'these lines')}`,
  stop: `npm stop           ${say('stopper platformen; data bliver', 'ends the platform; its data stays')}`,
  status: `npm run status     ${say('hvad der kører her, og hændelser der venter; exitkode 0, når alt svarer', 'what runs here, and events that wait; exit code 0 when everything answers')}

${json}`,
  reset: `npm run reset      ${say('stopper platformen og sletter dens data', 'ends the platform and deletes its data')}`,
};

/** Prints how a verb is used and exits, where `--help` or an option that it does not have was given. */
export function usage(verb, args, known = []) {
  const asked = args.some((each) => each === '--help' || each === '-h');
  const unknown = known === 'any' ? undefined : args.find((each) => !known.includes(each));
  if (!asked && unknown === undefined) return;
  if (asked) process.stdout.write(`${usages[verb]}\n`);
  else process.stderr.write(`${say(`"${unknown}" kendes ikke`, `"${unknown}" is not known`)}\n\n${usages[verb]}\n`);
  process.exit(asked ? 0 : 1);
}
