// Runs every *.test.mjs beside this file, or those whose names are given, and counts.
// Usage: main.mjs [--web FOLDER] [--browser NAME] [NAME...]
//   FOLDER holds dist/ and probe/, build/web by default; the browser is chromium or firefox
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {run} from 'node:test';
import {fileURLToPath} from 'node:url';

import {browsers, openScreen} from './browsers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = process.argv.slice(2);
for (const [option, variable] of [['--web', 'CPPO_WEB'], ['--browser', 'CPPO_BROWSER']]) {
    const at = names.indexOf(option);
    if (at >= 0) [, process.env[variable]] = names.splice(at, 2);
}

const files = fs.readdirSync(here)
    .filter((file) => file.endsWith('.test.mjs'))
    .filter((file) => names.length === 0 || names.includes(path.basename(file, '.test.mjs')))
    .map((file) => path.join(here, file));

const closeScreen = browsers[process.env.CPPO_BROWSER]?.windowed ? await openScreen() : () => {};
let passed = 0;
const failures = []; // printed where they happen, and again where a reader looks first: at the end

// A file's own result is made of its tests', unless it had none.
const isFile = (data) => files.includes(data.name) || files.includes(path.resolve(data.name));

// Windows on one screen would take the keyboard from each other.
const sideBySide = browsers[process.env.CPPO_BROWSER]?.windowed ? 1 : os.availableParallelism();
const timeout = 900_000 + Number(process.env.CPPO_SOAK ?? 0) * 60_000;
const tests = run({files, concurrency: sideBySide, timeout});
tests.on('test:pass', (data) => {
    if (isFile(data)) return;
    if (data.skip !== undefined) return console.log(`left out  ${data.name}: ${data.skip}`);
    ++passed;
    console.log(`ok      ${data.name}  (${Math.round(data.details.duration_ms)} ms)`);
});
tests.on('test:fail', (data) => {
    const error = data.details.error;
    if (isFile(data) && error?.failureType === 'subtestsFailed') return;
    failures.push(`FAILED  ${data.name}\n${error?.cause?.stack ?? error?.cause ?? error}`);
    console.log(failures.at(-1));
});
tests.on('test:stderr', (data) => process.stderr.write(data.message));
tests.on('end', () => {
    closeScreen();
    for (const failure of failures) console.log(failure);
    console.log(`${passed} passed, ${failures.length} failed`);
    process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
});
tests.resume();
