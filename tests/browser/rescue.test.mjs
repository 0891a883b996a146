// What the page hands out when it cannot go on: a file that Import and `cppo data import` read.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {closeBrowsers, Desk, withDesk} from './desk.mjs';
import {copied, drop, storeOfNewerVersion, stored, tamper} from './held.mjs';

after(closeBrowsers);
const cppo = fileURLToPath(new URL('../../build/native/cppo', import.meta.url));
const sampleRecords = 12; // of the sample workspace, all of which are imported

/** Fills the page with the sample workspace. */
async function fill(desk, status = 'Saved') {
    await desk.click('button', 'Open the sample workspace');
    await desk.status(status);
}

/** Stops the program as any error in the page's scripts does. */
async function stop(desk) {
    await desk.page.evaluate(() => void Promise.reject(new Error('stopped by a test')));
    await desk.page.getByRole('alertdialog', {name: 'CPPO Desk stopped'}).waitFor();
    await desk.expect(/stopped by a test/);
}

/** Opens the page with an empty program file: its scripts run, the program does not. */
async function withoutProgram(desk, meanwhile = async () => {}) {
    await desk.leave();
    await meanwhile();
    desk.publish((file, content) => file === 'page.wasm' ? '' : content);
    await desk.page.goto(desk.origin);
    await desk.page.getByRole('alertdialog', {name: 'CPPO Desk stopped'}).waitFor();
    await desk.expect(/wasm|WebAssembly|Aborted|RuntimeError|ArrayBuffer/i);
}

async function rescuedFile(desk) {
    const {name, file} = await desk.download(() =>
        desk.page.getByRole('button', {name: 'Save my records to a file'}).click());
    assert.match(name, /^cppo-desk-records.*\.json$/); // Firefox numbers those of one name
    return fs.readFileSync(file);
}

const isKept = ([key]) => /^(workspace$|authorization\/|deal\/)/.test(key);
const recordsOnly = (kept) => Object.fromEntries(Object.entries(kept).filter(isKept));

/** Imports the file into an empty page; gives the records it then stores. */
async function importedByPage(bytes) {
    const desk = await Desk.open({route: '/data'});
    try {
        await drop(desk.page, 'rescued.json', bytes);
        await desk.find('dialog', 'Import rescued.json').waitFor();
        assert.equal(await desk.page.getByText(/^Not imported: /).count(), 0);
        await desk.click('button', 'Import');
        await desk.find('dialog', 'Import rescued.json').waitFor({state: 'detached'});
        await desk.saved();
        return recordsOnly(await stored(desk.page));
    } finally {
        await desk.end();
    }
}

/** Imports the file into an empty directory; gives the records in it. */
function importedByCommandLine(bytes) {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'cppo-rescue-'));
    const run = (words, input) => {
        const {status, stdout, stderr} =
            spawnSync(cppo, ['--data', data, 'data', ...words], {input, encoding: 'utf8'});
        assert.equal(status, 0, stderr);
        return stdout;
    };
    try {
        assert.equal(run(['import', '-'], bytes),
                     `${sampleRecords} records imported, 0 set aside\n`);
        return JSON.parse(run(['export', '-'])).records;
    } finally {
        fs.rmSync(data, {recursive: true});
    }
}

/** The file is an export of `records`, which both the page and the command line import. */
async function isImportedBothWays(bytes, records) {
    assert.equal(Object.keys(records).length, sampleRecords);
    const {schema, kind, records: held} = JSON.parse(bytes);
    assert.deepEqual({schema, kind}, {schema: 1, kind: 'export'});
    const inOrder = (list) => list.map((record) => JSON.stringify(record)).sort();
    const wanted = inOrder(Object.values(records).map((text) => JSON.parse(text)));
    assert.deepEqual(inOrder(held), wanted);
    assert.deepEqual(inOrder(importedByCommandLine(bytes)), wanted);
    assert.deepEqual(await importedByPage(bytes), records);
}

test('a stopped program offers its records, and they are imported again', withDesk({},
    async (desk) => {
    await fill(desk);
    await stop(desk);
    await isImportedBothWays(await rescuedFile(desk), recordsOnly(await stored(desk.page)));
}));

test('without WebGL the records are offered', withDesk({}, async (desk) => {
    await fill(desk);
    const records = recordsOnly(await stored(desk.page));
    await desk.page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
    });
    await desk.reload();
    await desk.page.getByRole('alertdialog', {name: 'This browser cannot draw the page'}).waitFor();
    await isImportedBothWays(await rescuedFile(desk), records);
}));

test('without WebAssembly the records are offered', withDesk({needs: 'protocol'},
    async (desk) => {
    await fill(desk);
    const records = recordsOnly(await stored(desk.page));
    await withoutProgram(desk);
    await isImportedBothWays(await rescuedFile(desk), records);
}));

test('with the database removed, the records of the second copy are offered', withDesk({
    needs: 'protocol',
}, async (desk) => {
    await fill(desk);
    const records = recordsOnly(await stored(desk.page));
    for (const key of Object.keys(records)) await copied(desk.page, `"${key}"`);
    await withoutProgram(desk, () => desk.removeData('indexeddb'));
    await isImportedBothWays(await rescuedFile(desk), records);
}));

test('a damaged record leaves the rest of the file whole', withDesk({needs: 'protocol'},
    async (desk) => {
    await fill(desk);
    const records = recordsOnly(await stored(desk.page));
    const torn = '{"schema":1,"kind":"deal","id":"to';
    await withoutProgram(desk, () => tamper(desk.page, 'records', 'deal/torn', torn));
    const {records: held} = JSON.parse(await rescuedFile(desk));
    assert.equal(held.length, sampleRecords + 1);
    assert.ok(held.includes(torn));
    const whole = held.filter((record) => typeof record === 'object');
    assert.equal(whole.length, Object.keys(records).length);
}));

test('records of a newer version are offered by a page that cannot run', withDesk({
    needs: 'protocol',
}, async (desk) => {
    await fill(desk);
    const records = recordsOnly(await stored(desk.page));
    await withoutProgram(desk, () => storeOfNewerVersion(desk.page));
    await isImportedBothWays(await rescuedFile(desk), records);
}));

test('records that are only in memory are offered', withDesk({
    before: (page) => page.addInitScript(() => {
        Object.defineProperty(window, 'indexedDB', {value: undefined});
    }),
}, async (desk) => {
    await fill(desk, 'Not stored');
    await stop(desk);
    const bytes = await rescuedFile(desk);
    const records = await importedByPage(bytes);
    await isImportedBothWays(bytes, records);
}));
