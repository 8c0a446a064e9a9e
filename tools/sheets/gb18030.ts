const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const NO_TRAIL = 0x7f;

/**
 * Encodes text as GB18030 within its one- and two-byte range, which is GBK.
 *
 * Node decodes GB18030 but does not encode it, so the table is the decoder's, turned round.
 *
 * @throws RangeError naming the first character that takes four bytes
 */
export function encodeGb18030(text: string): Uint8Array {
  const table = twoByteTable();
  const bytes = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return [code];
    const pair = table.get(character);
    if (!pair) throw new RangeError(`not in the two-byte range of GB18030: ${JSON.stringify(character)}`);
    return pair;
  });
  return Uint8Array.from(bytes);
}

function twoByteTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly [number, number]>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
      if (trail === NO_TRAIL) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length !== 1 || character === "\ufffd" || table.has(character)) continue; // A3A0 decodes as A1A1 does
      table.set(character, [lead, trail]);
    }
  }
  return table;
}
