// What is kept beside the database: the second copy, the marker, the daily backups, and a file of
// the person's own.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {closeBrowsers, withDesk} from './desk.mjs';
import {copied, stored, tamper} from './held.mjs';

after(closeBrowsers);
const probe = {folder: 'probe'};
const age = fileURLToPath(new URL(
    '../../.deps/npm/node_modules/age-encryption/dist/index.js', import.meta.url));

test('a second copy that was cut off is not taken for one', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'whole');
    await desk.saved();
    await copied(desk.page, 'whole');
    await desk.page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('cppo-desk');
        await folder.getFileHandle('step-000000000099.json', {create: true});
        const half = await folder.getFileHandle('base-000000000098.json', {create: true});
        const file = await half.createWritable();
        await file.write('{"records":{"name":"ha');
        await file.close();
    });
    await desk.reload();
    await desk.sees('Record whole');
    await desk.sees('Fate kept');
    await desk.saved();
}));

for (const [how, later] of [['', 0], [' that is behind', 1]])
    test(`a damaged record comes back from a second copy${how}`, withDesk(probe, async (desk) => {
        await desk.type('textbox', 'Name', 'whole');
        await desk.saved();
        await copied(desk.page, 'whole');
        await tamper(desk.page, 'records', 'name', 'damaged');
        await tamper(desk.page, 'meta', 'revision', 1 + later);
        await desk.reload();
        await desk.sees('Fate restored');
        await desk.sees('Record whole');
        await desk.saved();
        assert.deepEqual(await stored(desk.page), {name: 'whole'});
    }));

test('what a second copy cannot bring back is said to be missing', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'first');
    await desk.saved();
    await copied(desk.page, 'first');
    await desk.leave();
    await desk.removeData('indexeddb');
    await desk.page.addInitScript(() => {
        Blob.prototype.text = async () => {
            throw new DOMException('The file could not be read', 'NotReadableError');
        };
    });
    await desk.page.goto(desk.origin);
    await desk.sees('Fate lost');
    await desk.sees('Copy current'); // a new one
    await desk.type('textbox', 'Name', 'second');
    await desk.saved();
    assert.deepEqual(await stored(desk.page), {name: 'second'});
}));

test('a database that went back to an earlier state is noticed', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'first');
    await desk.saved();
    await desk.type('textbox', 'Name', 'second');
    await desk.saved();
    await copied(desk.page, 'second');
    await desk.leave();
    await desk.removeData('file_systems');
    await tamper(desk.page, 'records', 'name', 'first');
    await tamper(desk.page, 'meta', 'revision', 1);
    await desk.page.goto(desk.origin);
    await desk.sees('Record first');
    await desk.sees('Fate lost');
    // It is said once.
    await desk.reload();
    await desk.sees('Fate kept');
    await desk.saved();
}));

test('backups stay whole beside a damaged record', withDesk({
    route: '/data', needs: 'protocol',
}, async (desk) => {
    await desk.page.evaluate(() => { location.hash = '#/'; });
    await desk.click('button', 'Open the sample workspace');
    await desk.saved();
    await desk.leave();
    await tamper(desk.page, 'records', 'deal/torn', '{"schema":1,"kind":"deal","id":"to');
    // Its second copy and today's backup are made anew, with the damaged record.
    await desk.removeData('file_systems');
    await desk.page.goto(`${desk.origin}/#/data`);
    await desk.find('heading', 'Damaged records').waitFor({state: 'attached'});
    await desk.click('button', 'Open');
    await desk.sees('12 records in the file; nothing is imported yet.');
    await desk.page.getByText(/^Not imported: /).waitFor({state: 'attached'});
}));

test('a backup is kept for each of the last seven days, whichever way the clock goes', withDesk({
    ...probe, before: (page) => page.clock.setFixedTime('2026-11-01T12:00:00'),
}, async (desk) => {
    const days = ['01', '02', '03', '04', '05', '06', '07', '08', '03'];
    for (const day of days) {
        await desk.page.clock.setFixedTime(`2026-11-${day}T12:00:00`);
        await desk.type('textbox', 'Name', `entered on ${day}`);
        await desk.saved();
        // The newest is the first; of this day there may be an older one.
        const newest = desk.page.getByRole('button', {name: /^Backup /}).first();
        await newest.and(desk.find('button', `Backup 2026-11-${day}`)).waitFor({state: 'attached'});
    }
    const kept = await desk.page.getByRole('button', {name: /^Backup /}).all();
    const names = await Promise.all(kept.map((button) => button.getAttribute('aria-label')));
    assert.deepEqual(names.map((name) => name.slice(-2)),
                     ['03', '08', '07', '06', '05', '04', '03']);
}));

/** The picker gives a file of the page's own, which a test can read. */
const picker = () => {
    globalThis.showSaveFilePicker = async () => {
        const root = await navigator.storage.getDirectory();
        return root.getFileHandle('mine.json', {create: true});
    };
};

test('an auto-saved file is written with every change, in the next visit too', withDesk({
    ...probe, needs: 'protocol', before: (page) => page.addInitScript(picker),
}, async (desk) => {
    const content = () => desk.page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        return (await (await root.getFileHandle('mine.json')).getFile()).text();
    });
    const holds = (text) => desk.page.waitForFunction(async (wanted) => {
        const root = await navigator.storage.getDirectory();
        const file = await (await root.getFileHandle('mine.json')).getFile();
        return (await file.text()).includes(wanted);
    }, text);
    await desk.sees('File none');
    await desk.click('button', 'Choose file');
    await desk.sees('File kept');
    assert.equal(await content(), '{"schema":1,"kind":"export","records":[]}\n');
    await desk.page.evaluate(() => globalThis.Module.shell.storage.put('workspace', '"first"'));
    await desk.type('textbox', 'Name', 'beside');
    await desk.saved();
    await holds('"first"');
    await desk.reload();
    await desk.sees('File kept');
    await desk.page.evaluate(() => globalThis.Module.shell.storage.put('workspace', '"second"'));
    await desk.type('textbox', 'Name', 'again');
    await holds('"second"');
    await desk.click('button', 'Forget file');
    await desk.sees('File none');
    await desk.reload();
    await desk.sees('File none');
}));

test('a kind of record that no list names is in everything the page hands out', withDesk({
    ...probe, needs: 'protocol', before: async (page) => {
        await page.addInitScript(picker);
        await page.clock.setFixedTime('2026-11-25T12:00:00');
    },
}, async (desk) => {
    const madeUp = {schema: 1, kind: 'offer-set', id: 'first'};
    const whole = {schema: 1, kind: 'export', records: [madeUp, 'name']};
    await desk.saved();
    await desk.page.evaluate((text) => {
        const {storage} = globalThis.Module.shell;
        storage.put('offer-set/first', text);
        for (const key of ['undo/1', 'display', 'alone', 'typed'])
            storage.put(key, '"beside"', true);
    }, JSON.stringify(madeUp));
    await desk.type('textbox', 'Name', '"name"');
    await desk.saved();
    await desk.click('button', 'Backup 2026-11-25');
    const [, backup] = /^Files \S+: (.*)$/s.exec(
        await desk.page.locator('#ax').getByText(/^Files backup-/).innerText());
    assert.deepEqual(JSON.parse(backup), whole);
    await desk.click('button', 'Choose file');
    await desk.sees('File kept');
    const own = await desk.page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        return (await (await root.getFileHandle('mine.json')).getFile()).text();
    });
    assert.deepEqual(JSON.parse(own), whole);
    const rescued = await desk.page.evaluate(async () =>
        (await globalThis.Module.shell.storage.rescue()).text());
    assert.deepEqual(JSON.parse(rescued), whole);
}));

test('the program and the page agree on what is no record', withDesk(probe, async (desk) => {
    await desk.saved();
    const refusals = await desk.page.evaluate(() => {
        return [
            ['offer-set/first', '{}', true], ['undo/1', '{}', false], ['undo/1', '', false],
        ].map((put) => {
            try {
                globalThis.Module.shell.storage.put(...put);
                return '';
            } catch (error) {
                return error.message;
            }
        });
    });
    const disagree = 'export.ts and the program disagree on whether';
    assert.deepEqual(refusals, [`${disagree} offer-set/first is a record`,
                                `${disagree} undo/1 is a record`, '']);
}));

test('an encrypted auto-saved file asks for its passphrase in every visit', withDesk({
    ...probe, needs: 'protocol', before: (page) => page.addInitScript(picker),
}, async (desk) => {
    const content = async () => Buffer.from(await desk.page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const file = await (await root.getFileHandle('mine.json')).getFile();
        return [...new Uint8Array(await file.arrayBuffer())];
    }));
    const open = async (bytes) => {
        const {Decrypter} = await import(age);
        const decrypter = new Decrypter();
        decrypter.addPassphrase('correct horse');
        return decrypter.decrypt(bytes, 'text');
    };
    const put = async (text) => {
        await desk.page.evaluate((workspace) =>
            globalThis.Module.shell.storage.put('workspace', workspace), text);
        await desk.type('textbox', 'Name', text);
        await desk.saved();
    };
    await put('"first"');
    await desk.type('textbox', 'Passphrase', 'correct horse');
    await desk.click('button', 'Choose file');
    await desk.sees('File kept');
    const first = await content();
    assert.match(first.toString('latin1'), /^age-encryption\.org\/v1\n-> scrypt /);
    const exported = (text) => `{"schema":1,"kind":"export","records":[${text},${text}]}\n`;
    assert.equal(await open(first), exported('"first"')); // of the workspace and the name
    await desk.reload();
    await desk.sees('File locked');
    await put('"second"');
    assert.deepEqual(await content(), first, 'a locked file is not written');
    await desk.type('textbox', 'Passphrase', 'another horse');
    await desk.click('button', 'Open file');
    await desk.sees('File refused');
    assert.deepEqual(await content(), first);
    await desk.type('textbox', 'Passphrase', 'correct horse');
    await desk.click('button', 'Open file');
    await desk.sees('File kept');
    assert.equal(await open(await content()), exported('"second"'));
}));

test('a browser that lets no page write a file offers none, in a reading tab either', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    const lacks = (page) => page.addInitScript(() => delete window.showSaveFilePicker);
    const second = desk.through(await desk.tab('', lacks));
    await second.status('Read-only');
    await second.click('button', 'Take over');
    await second.saved();
    await second.sees('File impossible');
    await desk.page.bringToFront();
    await desk.click('button', 'Take over');
    await desk.saved();
    await second.page.bringToFront();
    await second.status('Read-only');
    await second.sees('File impossible');
}));
