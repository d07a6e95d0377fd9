// Decodes and validates the component in argv[2] with jco's bundled wasm-tools, once for each line on standard input.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const jco = createRequire(process.cwd() + '/').resolve('@bytecodealliance/jco');
const { componentWit } = await import(pathToFileURL(jco));
const component = readFileSync(process.argv[2]);
for await (const line of createInterface({ input: process.stdin })) {
  await componentWit(component);
  console.log('done');
}
