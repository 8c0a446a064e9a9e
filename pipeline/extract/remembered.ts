/** The same function of a text, which reads each text once: a sheet says the same words a thousand times. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const found = read(text);
    known.set(text, found);
    return found;
  };
}
