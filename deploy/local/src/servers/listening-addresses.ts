import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listening = '0A';

/** Addresses on which a process accepts TCP connections, from Linux's /proc: `127.0.0.1:8450`, `[::]:7800`. */
export function listeningAddresses(pid: number): string[] {
  const sockets = new Set(readdirSync(`/proc/${pid}/fd`).flatMap((fd) => inodeOf(`/proc/${pid}/fd/${fd}`)));
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === listening && sockets.has(fields[9] ?? ''))
      .map((fields) => readable(fields[1] ?? '')),
  );
}

function inodeOf(link: string): string[] {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.slice(1) ?? [];
  } catch {
    return [];
  }
}

/** `0100007F:2102` → `127.0.0.1:8450`: the address stands in the machine's byte order, in words of four bytes. */
function readable(hex: string): string {
  const [address = '', port = ''] = hex.split(':');
  const bytes = Buffer.from(address, 'hex').swap32();
  const mapped = bytes.length === 16 && bytes.subarray(0, 12).toString('hex') === '00000000000000000000ffff';
  const shown = bytes.length === 4 || mapped ? [...bytes.subarray(-4)].join('.') : `[${bytes.toString('hex')}]`;
  return `${shown}:${Number.parseInt(port, 16)}`;
}
