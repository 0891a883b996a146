// Runs every *.test.mjs beside this file, or those whose names are given, and counts.
// Usage: main.mjs [--web FOLDER] [NAME...]     FOLDER holds dist/ and probe/, build/web by default
import fs from 'node:fs';
import path from 'node:path';
import {run} from 'node:test';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = process.argv.slice(2);
const web = names.indexOf('--web');
if (web >= 0) [, process.env.CPPO_WEB] = names.splice(web, 2);

const files = fs.readdirSync(here)
    .filter((file) => file.endsWith('.test.mjs'))
    .filter((file) => names.length === 0 || names.includes(path.basename(file, '.test.mjs')))
    .map((file) => path.join(here, file));

let passed = 0;
let failed = 0;

// A file's own result is made of its tests', unless it had none.
const isFile = (data) => files.includes(data.name) || files.includes(path.resolve(data.name));

const tests = run({files, concurrency: false, timeout: 900_000});
tests.on('test:pass', (data) => {
    if (isFile(data)) return;
    ++passed;
    console.log(`ok      ${data.name}  (${Math.round(data.details.duration_ms)} ms)`);
});
tests.on('test:fail', (data) => {
    const error = data.details.error;
    if (isFile(data) && error?.failureType === 'subtestsFailed') return;
    ++failed;
    console.log(`FAILED  ${data.name}\n${error?.cause?.stack ?? error?.cause ?? error}`);
});
tests.on('test:stderr', (data) => process.stderr.write(data.message));
tests.on('end', () => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
});
tests.resume();
