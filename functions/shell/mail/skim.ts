/**
 * The text of a mail of any size: its headers and the bodies of its text parts, without what is attached
 * before, between or after them. A telephone writes a photo first and the words behind it.
 */
import { count, type Meter } from '../../../program/reply/meter.ts';

const LF = 10;
const CR = 13;
const DASH = 45;
/** Of the headers of one part, this much is looked at. */
const MOST_HEADER = 16 * 1024;
/** A line without an end is passed on in pieces of this size. */
const MOST_LINE = 64 * 1024;
/** A mail names no more boundaries than this. */
const MOST_BOUNDARIES = 40;

export interface Skimmer {
  /** Takes the next bytes. False = enough was kept; what follows is not looked at. */
  readonly push: (bytes: Uint8Array) => boolean;
  /** What was kept, at most `most` bytes. */
  readonly kept: () => Uint8Array;
}

/** Reads a mail as it comes; keeps at most `most` bytes of it. Time goes by bytes, memory by `most`. */
export function skimmer(most: number, meter?: Meter): Skimmer {
  const kept: Buffer[] = [];
  let size = 0;
  /** The pieces of a line whose end has not come yet. */
  let begun: Buffer[] = [];
  let begunSize = 0;
  const boundaries: string[] = [];
  let header: string | null = '';
  let dropping = false;

  const keep = (line: Buffer): void => {
    const part = line.subarray(0, most - size);
    kept.push(Buffer.from(part));
    size += part.length;
  };
  const isBoundary = (line: Buffer): boolean =>
    line[0] === DASH &&
    line[1] === DASH &&
    boundaries.some((boundary) =>
      line.subarray(2, 2 + boundary.length).equals(Buffer.from(boundary, 'latin1')),
    );
  const endHeader = (text: string): void => {
    const unfolded = text.replace(/\r?\n[ \t]+/g, ' ');
    const boundary = /boundary="?([^";\r\n]{1,100})/i.exec(unfolded)?.[1]?.trim();
    if (boundary !== undefined && boundaries.length < MOST_BOUNDARIES) boundaries.push(boundary);
    const type = /^content-type:\s*([^;\s]+)/im.exec(unfolded)?.[1]?.toLowerCase() ?? 'text/plain';
    dropping = !/^(?:text|multipart)\//.test(type) || /^content-disposition:\s*attachment/im.test(unfolded);
    header = null;
  };
  const take = (line: Buffer): void => {
    count(meter, line.length);
    if (isBoundary(line)) {
      header = '';
      dropping = false;
      keep(line);
    } else if (header !== null) {
      keep(line);
      const isEmpty = line[0] === LF || (line[0] === CR && line[1] === LF);
      if (isEmpty) endHeader(header);
      else if (header.length < MOST_HEADER) header += line.toString('latin1');
    } else if (!dropping) keep(line);
  };

  const endLine = (end: Buffer): void => {
    take(begun.length === 0 ? end : Buffer.concat([...begun, end], begunSize + end.length));
    begun = [];
    begunSize = 0;
  };
  return {
    push: (bytes) => {
      const all = Buffer.from(bytes);
      count(meter, all.length);
      let from = 0;
      for (let end = all.indexOf(LF, from); end >= 0 && size < most; end = all.indexOf(LF, from)) {
        endLine(all.subarray(from, end + 1));
        from = end + 1;
      }
      if (from < all.length) {
        begun.push(all.subarray(from));
        begunSize += all.length - from;
      }
      if (begunSize > MOST_LINE) endLine(Buffer.alloc(0));
      return size < most;
    },
    kept: () => {
      if (begunSize > 0 && size < most) endLine(Buffer.alloc(0));
      return Buffer.concat(kept, size);
    },
  };
}
