/** The one table of DNS records that an operator pastes. */
export interface DnsRecord {
  readonly type: string;
  readonly name: string;
  readonly value: string;
}

/** Records among the outputs of a stack: `Dns1` to `DnsN`, each `NAME TYPE VALUE`. */
export function recordsOf(outputs: Readonly<Record<string, string>>): readonly DnsRecord[] {
  return Object.entries(outputs)
    .filter(([key]) => /^Dns\d+$/.test(key))
    .sort(([a], [b]) => Number(a.slice(3)) - Number(b.slice(3)))
    .map(([, text]) => {
      const [name = '', type = '', ...value] = text.split(' ');
      return { type, name, value: value.join(' ') };
    });
}

/** Two columns in step, the value last: it may be long. */
export function dnsTable(records: readonly DnsRecord[]): string {
  const widest = Math.max(...records.map(({ name }) => name.length));
  return records
    .map(({ type, name, value }) => `  ${type.padEnd(5)}  ${name.padEnd(widest)}  ${value}\n`)
    .join('');
}
