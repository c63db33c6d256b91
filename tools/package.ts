/**
 * `npm run package`: builds the program, draws the icons, makes the installers, the list of parts and the checksums.
 * Targets are electron-builder's own words; without any, those of electron-builder.yml for this system:
 *   npm run package -- --linux deb tar.gz
 * Further: --output <folder>, --homepage <address> (a deb and an rpm must name one), --no-build.
 */
import { builderArguments, ownOptions } from './package-options.ts';
import { writeChecksums } from './checksums.ts';
import { drawIcons } from './icons.ts';
import { runStep } from './run-step.ts';
import { writeSbom } from './sbom.ts';

const options = ownOptions(process.argv.slice(2));
if (options.build) await runStep('node', ['tools/build.ts']);
await drawIcons();
await runStep('node', ['node_modules/electron-builder/cli.js', ...builderArguments(options)]);
await writeSbom(options.output);
const released = await writeChecksums(options.output);
process.stdout.write(`Written to ${options.output}: ${[...released, 'SHA256SUMS'].join(', ')}.\n`);
