/** Where a job says what it does; one line a call, never figures beyond counts. */
export interface Logger {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** Writes every line to `stream`, so that results alone go to standard output. */
export function streamLogger(stream: { write(text: string): unknown }): Logger {
  const write = (line: string) => void stream.write(`${line}\n`);
  return { info: write, warn: write, error: write };
}

/** The same logger, but for a line that says what the line before it said. */
export function withoutRepeats(logger: Logger): Logger {
  let last: string | undefined;
  const once = (write: (line: string) => void) => (line: string) => {
    if (line === last) return;
    last = line;
    write(line);
  };
  return {
    info: once((line) => logger.info(line)),
    warn: once((line) => logger.warn(line)),
    error: once((line) => logger.error(line)),
  };
}
