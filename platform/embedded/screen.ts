export interface Screen {
  /** One line about how far the start is, or what happened. */
  tell: (sentence: string) => void;
  /** A warning of one of the parts. */
  warn: (part: string, line: string) => void;
  overview: (title: string, addresses: readonly (readonly [label: string, address: string])[], closing: string) => void;
}

/** Writes for a person; `colour` when it is a terminal that shows it. */
export function createScreen(write: (text: string) => void, colour: boolean): Screen {
  const paint = (code: number, text: string): string => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  return {
    tell: (sentence) => write(`  ${sentence}\n`),
    warn: (part, line) => write(`  ${paint(33, part)} ${paint(2, '│')} ${line}\n`),
    overview: (title, addresses, closing) => {
      const width = Math.max(...addresses.map(([label]) => label.length)) + 3;
      const lines = addresses.map(([label, address]) => `    ${label.padEnd(width)}${paint(36, address)}`);
      write(['', `  ${paint(1, title)}`, '', ...lines, '', `  ${paint(2, closing)}`, '', ''].join('\n'));
    },
  };
}
