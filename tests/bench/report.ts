/** What a bench prints: a line a value, with its goal beside it where there is one. */
export interface Value {
  name: string;
  value: string;
  goal?: string;
}

export function print({ name, value, goal }: Value): void {
  process.stdout.write(
    `${name.padEnd(62)} ${value.padEnd(20)} ${goal ? `goal ${goal}` : ''}`.trimEnd() + '\n',
  );
}
