// Parses and resolves WIT with the reference implementation, as jco carries it, once for each line of input.
// Arguments: the folder that jco was installed into, and one with pairs of files: NAME.wit and NAME.world.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [jco, texts] = process.argv.slice(2);
const vendor = join(resolve(jco), 'node_modules/@bytecodealliance/jco-transpile/vendor/wasm-tools.js');
const { tools, $init } = await import(pathToFileURL(vendor));
await $init;

const inputs = readdirSync(texts)
  .filter((name) => name.endsWith('.wit'))
  .map((name) => ({
    wit: { tag: 'source', val: readFileSync(join(texts, name), 'utf8') },
    world: readFileSync(join(texts, name.replace(/wit$/, 'world')), 'utf8'),
  }));

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  let found = 0;
  for (const { wit, world } of inputs) {
    const { imports, exports } = tools.componentWitMetadataForWorld(wit, world);
    found += imports.length + exports.length;
  }
  console.log(found);
}
