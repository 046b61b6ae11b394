/**
 * The environment the functions see: theirs and nothing of the machine's own AWS settings, put back when the
 * run ends.
 */

/**
 * What of the machine's settings could lead a call of ours to a real account or a file: all of it goes while
 * we run.
 */
const FOREIGN = /^AWS_/;
const ALWAYS: Readonly<Record<string, string>> = {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EC2_METADATA_DISABLED: 'true',
  // The SDK announces the Node versions of next year with an address of its own; the one address on our
  // output is the site's (docs/contract.md §1).
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};
let entered = false;

/**
 * Sets the variables and returns what puts everything back. The environment is the process's, so there is one
 * run at a time in a process.
 */
export function enterEnvironment(values: Readonly<Record<string, string>>): () => void {
  if (entered)
    throw new Error('A local run is already going in this process; stop it before the next one starts.');
  entered = true;
  const foreign = Object.keys(process.env).filter((name) => FOREIGN.test(name));
  const ours = { ...ALWAYS, ...values };
  const before = new Map([...foreign, ...Object.keys(ours)].map((name) => [name, process.env[name]]));
  for (const name of foreign) delete process.env[name];
  Object.assign(process.env, ours);
  return () => {
    entered = false;
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
