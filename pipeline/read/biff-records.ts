/** One record of a BIFF stream, the form of .xls files before 2007 ([MS-XLS] section 2.1.4). */
export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
}

/** Record types that are looked at, by the names of [MS-XLS] section 2.3. */
export const BIFF = {
  formula: 0x0006,
  eof: 0x000a,
  filePass: 0x002f,
  colInfo: 0x007d,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  labelSst: 0x00fd,
  recalcId: 0x01c1,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

const HEADER_BYTES = 4;

/**
 * Reads one substream, from its BOF to its EOF record; substreams within it (charts) are passed over.
 *
 * @param start offset of the BOF record
 * @returns the records between BOF and EOF, BOF included; undefined if there is no BOF at `start`, or the stream
 *   ends before the EOF
 */
export function readSubstream(stream: Buffer, start: number): readonly BiffRecord[] | undefined {
  const records: BiffRecord[] = [];
  let depth = 0;
  for (let offset = start; offset + HEADER_BYTES <= stream.length; ) {
    const type = stream.readUInt16LE(offset);
    const end = offset + HEADER_BYTES + stream.readUInt16LE(offset + 2);
    if (end > stream.length || (offset === start && type !== BIFF.bof)) return undefined;
    if (type === BIFF.bof) depth += 1;
    if (type === BIFF.eof) depth -= 1;
    if (depth === 0) return records;
    if (depth === 1) records.push({ type, data: stream.subarray(offset + HEADER_BYTES, end) });
    offset = end;
  }
  return undefined;
}
