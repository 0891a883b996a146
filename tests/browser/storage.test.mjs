// What is called saved is stored; what is not is said, kept and tried again.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {closeBrowsers, withDesk} from './desk.mjs';
import {copied, stored, tamper} from './held.mjs';

after(closeBrowsers);
const probe = {folder: 'probe'};

test('a record is there after a reload', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'kept');
    await desk.saved();
    assert.deepEqual(await stored(desk.page), {name: 'kept'});
    await desk.reload();
    await desk.sees('Record kept');
    assert.equal(await desk.value('textbox', 'Name'), 'kept');
}));

test('the page and its records are there with the server gone', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'offline');
    await desk.saved();
    await desk.offlineReady();
    await desk.offline();
    await desk.reload();
    await desk.sees('Record offline');
    await desk.page.goto(`${desk.origin}/#/deal/D-17`);
    await desk.sees('Record offline');
}));

// In memory Chromium does not mind its quota, and takes note of one only now and then: here it is
// set before the page begins.
test('a full disk is reported, and overcome without losing anything', withDesk({
    ...probe, needs: 'protocol', onDisk: true,
    before: (page, desk) => desk.setQuota(100_000, page),
}, async (desk) => {
    await desk.type('textbox', 'Name', 'before');
    await desk.saved();
    // The browser reports this only when the transaction ends, after the request succeeded.
    await desk.click('button', 'Store much');
    await desk.status('Not saved');
    await desk.page.getByText(/storage is full/).waitFor();
    assert.deepEqual(await stored(desk.page), {name: 'before'});
    // What comes after waits with it: a batch is stored whole or not at all.
    await desk.type('textbox', 'Name', 'after');
    await desk.status('Not saved');
    assert.deepEqual(await stored(desk.page), {name: 'before'});
    await desk.setQuota();
    await desk.click('button', 'Try again');
    await desk.saved();
    const {name, much} = await stored(desk.page);
    assert.deepEqual([name, much.length], ['after', 2 << 20]);
}));

test('a connection the browser closed is opened again', withDesk(probe, async (desk) => {
    await desk.saved(); // opening tries again by itself, and would take the failures
    await desk.page.evaluate(() => {
        const {prototype} = IDBDatabase;
        const {transaction} = prototype;
        prototype.transaction = () => {
            throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        };
        window.mend = () => Object.assign(prototype, {transaction});
    });
    await desk.type('textbox', 'Name', 'again');
    await desk.status('Not saved');
    await desk.page.evaluate(() => window.mend());
    await desk.saved();
    assert.deepEqual(await stored(desk.page), {name: 'again'});
}));

test('records the browser removed under the open page are stored anew',
     withDesk({...probe, needs: 'protocol'}, async (desk) => {
    await desk.type('textbox', 'Name', 'first');
    await desk.saved();
    await desk.removeData('indexeddb');
    await desk.click('checkbox', 'Tick');
    await desk.saved();
    assert.deepEqual(await stored(desk.page), {name: 'first', ticked: 'true'});
}));

/** Goes away, removes what the browser keeps for the page, and comes back. */
async function removeAndReturn(desk, storageTypes) {
    await desk.page.goto('about:blank');
    await desk.removeData(storageTypes);
    await desk.page.goto(desk.origin);
}

test('records that are gone at the next start come back from the second copy', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'first');
    await desk.click('checkbox', 'Tick');
    await desk.saved();
    await copied(desk.page, '"ticked"');
    await removeAndReturn(desk, 'indexeddb');
    await desk.sees('Fate restored');
    await desk.sees('Record first');
    await desk.saved();
    assert.deepEqual(await stored(desk.page), {name: 'first', ticked: 'true'});
    // What comes after is copied again.
    await desk.type('textbox', 'Name', 'second');
    await desk.saved();
    await copied(desk.page, 'second');
    await removeAndReturn(desk, 'indexeddb');
    await desk.sees('Record second');
}));

test('records that are gone with their copy are missed', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'first');
    await desk.saved();
    await copied(desk.page, 'first');
    await removeAndReturn(desk, 'indexeddb,file_systems');
    await desk.sees('Fate lost');
}));

test('without storage the page says so and works', withDesk({
    ...probe,
    before: (page) => page.addInitScript(() => {
        Object.defineProperty(window, 'indexedDB', {value: undefined});
    }),
}, async (desk) => {
    await desk.status('Not stored');
    await desk.page.getByText(/does not let the page store records/).waitFor();
    await desk.type('textbox', 'Name', 'here');
    await desk.sees('Record here');
    await desk.status('Not stored');
}));

test('a private window keeps what is entered as long as it is open', withDesk({
    ...probe, isPrivate: true,
}, async (desk) => {
    await desk.type('textbox', 'Name', 'here');
    await desk.saved();
    await desk.reload();
    await desk.sees('Record here');
    await desk.sees('Fate kept');
    await desk.saved();
    assert.deepEqual(await stored(desk.page), {name: 'here'});
    assert.equal(await desk.page.evaluate(() => navigator.storage.persisted()), false);
}));

test('a second tab reads, follows, and takes over', withDesk({
    ...probe, needs: 'tabs',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'one');
    await desk.saved();
    const second = desk.through(await desk.tab());
    await second.status('Read-only');
    await second.sees('Record one');
    await desk.page.bringToFront();
    await desk.type('textbox', 'Name', 'two');
    await desk.saved();
    await second.page.bringToFront();
    await second.sees('Record two');
    await second.click('button', 'Take over');
    await second.saved();
    await second.type('textbox', 'Name', 'three');
    await second.saved();
    await desk.page.bringToFront();
    await desk.status('Read-only');
    await desk.sees('Record three');
    // With the writing tab closed, the waiting one writes.
    await second.page.close();
    await desk.saved();
    await desk.type('textbox', 'Name', 'four');
    await desk.saved();
    assert.deepEqual(await stored(desk.page), {name: 'four'});
}));

test('a tab that was overtaken while it slept writes nothing', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'mine');
    await desk.saved();
    // As if another tab had become the writer unnoticed.
    await tamper(desk.page, 'meta', 'epoch', 99);
    await desk.type('textbox', 'Name', 'stale');
    await desk.status('Read-only');
    await desk.page.getByText(/before your last changes here were saved/).waitFor();
    assert.deepEqual(await stored(desk.page), {name: 'mine'});
}));

// The ordinary write never gets through, nor does a new connection: what remains is the closing
// page's own write, over the connection it has, and what is kept outside the database.
const lastWrites = [['', 'late'], [', by a browser that drops the last write', 'none']];
for (const [how, passing] of lastWrites)
    test(`what is entered just before the tab closes is kept${how}`, withDesk({
        ...probe, needs: 'tabs',
    }, async (desk) => {
        await desk.saved();
        await desk.page.evaluate((allowed) => {
            const silent = Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype);
            IDBFactory.prototype.open = () => silent;
            const real = IDBDatabase.prototype.transaction;
            IDBDatabase.prototype.transaction = function(names, ...rest) {
                if (names !== allowed) throw new DOMException('busy', 'UnknownError');
                return real.call(this, names, ...rest);
            };
        }, passing);
        await desk.type('textbox', 'Name', 'last words');
        await desk.status('Not saved');
        // Ends the tab as its person does, and takes no notice of the question it asks.
        desk.page.on('dialog', (dialog) => dialog.accept());
        const closed = desk.page.waitForEvent('close');
        await desk.page.close({runBeforeUnload: true});
        await closed;
        const next = desk.through(await desk.tab());
        await next.sees('Record last words');
        await next.saved();
        assert.deepEqual(await stored(next.page), {name: 'last words'});
        assert.equal(await next.page.evaluate(() => localStorage.getItem('cppo-desk.late')), null);
    }));
