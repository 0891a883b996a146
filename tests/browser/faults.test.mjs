// What can go wrong with a store, done to it: no write that was called saved is lost, none is half
// there, and the person is informed. CPPO_KILLS=n kills the browser n times instead of 10.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {after, test} from 'node:test';

import {closeBrowsers, Profile, withDesk} from './desk.mjs';
import {copied, storeOfNewerVersion, stored} from './held.mjs';

after(closeBrowsers);
const probe = {folder: 'probe'};
const kills = Number(process.env.CPPO_KILLS ?? 10);

/** As the version before made it; the connection stays open, in `older`. */
const openOlder = (desk) => desk.page.evaluate(() => new Promise((done) => {
    const opening = indexedDB.open('cppo-desk', 1);
    opening.onupgradeneeded = () => {
        const db = opening.result;
        db.createObjectStore('records').put('old', 'name');
        db.createObjectStore('meta').put(7, 'epoch');
        db.createObjectStore('late', {autoIncrement: true});
    };
    opening.onsuccess = () => {
        globalThis.older = opening.result;
        done();
    };
}));

/** Runs a test with a profile on disk, whose browser may die and start again. */
const withProfile = (body) => async () => {
    const profile = await Profile.make('probe');
    try {
        await body(profile);
    } finally {
        await profile.end();
    }
};

test(`a browser killed in the middle of a write loses nothing, ${kills} times`,
     withProfile(async (profile) => {
    let saved = 0; // the last number the page called saved
    /** Starts the browser and looks whether everything is there. */
    const start = async () => {
        const desk = await profile.start({width: 400, height: 300});
        await desk.saved();
        const {name = '0', much = '0'} = await stored(desk.page);
        assert.ok(Number(name) >= saved, `${saved} was saved, ${name} is there`);
        assert.equal(parseInt(much), Number(name), 'a batch is there whole');
        // Now and then the browser begins anew with an empty database.
        const fate = await desk.page.locator('#ax').getByText(/^Fate /).first().textContent();
        assert.match(fate, /kept|restored/);
        if (fate === 'Fate restored') console.error(`an empty database, restored at ${saved}`);
        saved = Number(name);
        return desk;
    };
    for (let round = 0; round < kills; ++round) {
        const {page} = await start();
        const dead = new Promise((die) => page.on('console', (message) => {
            saved = Number(message.text().match(/^saved (\d+)$/)?.[1] ?? saved);
            // The next batch is under way.
            if (saved % 3 === 0) die(profile.kill());
        }));
        await page.evaluate((from) => {
            const {storage} = globalThis.Module.shell;
            const large = 'x'.repeat(50_000);
            void (async () => {
                for (let number = from; ; ++number) {
                    storage.put('name', String(number));
                    storage.put('much', `${number} ${large}`);
                    storage.commit();
                    if (await storage.settled()) console.info(`saved ${number}`);
                }
            })();
        }, saved + 1);
        await dead;
    }
    await start();
    assert.ok(saved >= kills);
}));

test('damaged database files are noticed, and all comes back from the second copy',
     withProfile(async (profile) => {
    let desk = await profile.start();
    await desk.type('textbox', 'Name', 'in both');
    await desk.saved();
    await copied(desk.page, 'in both');
    await profile.stop();
    const folder = path.join(profile.folder, 'Default', 'IndexedDB');
    const files = fs.readdirSync(folder, {recursive: true}).map((name) => path.join(folder, name))
        .filter((file) => /\.(log|ldb)$/.test(file));
    assert.ok(files.length > 0, 'there are files to damage');
    for (const file of files)
        fs.writeFileSync(file, fs.readFileSync(file).map((byte) => byte ^ 0x5a));
    desk = await profile.start();
    await desk.sees('Fate restored');
    await desk.sees('Record in both');
    await desk.saved();
    assert.deepEqual(await stored(desk.page), {name: 'in both'});
}));

test('a tab whose renderer crashed has kept what was saved', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'before the crash');
    await desk.saved();
    const other = await desk.tab();
    const crashed = desk.page.waitForEvent('crash');
    (await desk.protocol()).send('Page.crash').catch(() => {});
    await crashed;
    const next = desk.through(other);
    await next.saved(); // the lock went with the crashed tab
    await next.sees('Record before the crash');
    await next.type('textbox', 'Name', 'after it');
    await next.saved();
    assert.deepEqual(await stored(next.page), {name: 'after it'});
}));

test('a tab that was frozen while another took over writes nothing', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'mine');
    await desk.saved();
    const protocol = await desk.protocol();
    const second = desk.through(await desk.tab());
    await second.status('Read-only');
    await protocol.send('Page.setWebLifecycleState', {state: 'frozen'});
    await second.click('button', 'Take over');
    await second.saved();
    await second.type('textbox', 'Name', 'theirs');
    await second.saved();
    await protocol.send('Page.setWebLifecycleState', {state: 'active'});
    await desk.page.bringToFront();
    await desk.status('Read-only');
    await desk.sees('Record theirs');
    assert.deepEqual(await stored(desk.page), {name: 'theirs'});
}));

test('an older version in another tab asks to be closed, and then the page continues', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'kept');
    await desk.saved();
    await desk.leave();
    await desk.removeData('indexeddb');
    await openOlder(desk);
    const next = desk.through(await desk.tab());
    await next.sees('Problem CPPO Desk is open in another tab, in an older version. Close that ' +
                    'tab: this one then continues.');
    await desk.page.evaluate(() => globalThis.older.close());
    await next.saved();
}));

test('what an older version stored is read, and stored in its place', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.leave();
    await desk.removeData('indexeddb,file_systems,local_storage');
    await openOlder(desk);
    await desk.page.evaluate(() => globalThis.older.close());
    await desk.page.goto(desk.origin);
    await desk.sees('Record old');
    await desk.saved();
    await desk.sees('Copy current');
}));

test('records of a newer version are shown and not written', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'of the newer version');
    await desk.saved();
    await desk.leave();
    await storeOfNewerVersion(desk.page);
    await desk.page.goto(desk.origin);
    await desk.status('Read-only');
    await desk.sees('Record of the newer version');
    await desk.sees('Problem A newer version of CPPO Desk wrote these records. Reload the ' +
                    'page to get it.');
}));

for (const [how, script] of [
    ['throws', () => Object.defineProperty(window, 'indexedDB', {
        get: () => { throw new DOMException('denied', 'SecurityError'); }})],
    ['refuses to open', () => {
        IDBFactory.prototype.open = () => {
            throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
        };
    }],
])
    test(`a browser whose database ${how} keeps nothing, and says so`, withDesk({
        ...probe, before: (page) => page.addInitScript(script),
    }, async (desk) => {
        await desk.status('Not stored');
        await desk.type('textbox', 'Name', 'here');
        await desk.sees('Record here');
        await desk.status('Not stored');
    }));
