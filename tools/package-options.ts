import { parseArgs } from 'node:util';

export interface PackageOptions {
  build: boolean;
  output: string;
  homepage: string | undefined;
  /** electron-builder's own arguments, as they were given. */
  rest: string[];
}

/** Takes our own options out of the command line and leaves electron-builder's as they are. */
export function ownOptions(args: string[]): PackageOptions {
  const { values, tokens } = parseArgs({
    args,
    options: {
      build: { type: 'boolean', default: true },
      output: { type: 'string', default: 'release' },
      homepage: { type: 'string' },
    },
    allowNegative: true,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const taken = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !['build', 'output', 'homepage'].includes(token.name)) continue;
    taken.add(token.index);
    if (token.value !== undefined && !token.inlineValue) taken.add(token.index + 1);
  }
  return {
    build: values.build !== false,
    output: String(values.output),
    homepage: typeof values.homepage === 'string' ? values.homepage : undefined,
    rest: args.filter((_, index) => !taken.has(index)),
  };
}

/** The arguments of electron-builder. It never publishes: releases are uploaded by whoever looks at them first. */
export function builderArguments({ output, homepage, rest }: PackageOptions): string[] {
  return [
    ...rest,
    `--config.directories.output=${output}`,
    ...(homepage ? [`--config.extraMetadata.homepage=${homepage}`] : []),
    '--publish=never',
  ];
}
