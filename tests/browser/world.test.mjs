// The browser around the page: address, files, paper, tools, and the end of the program.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import {after, test} from 'node:test';

import {closeBrowsers, withDesk} from './desk.mjs';
import {drop} from './held.mjs';

after(closeBrowsers);
const probe = {folder: 'probe'};

test('today is the person\'s day', withDesk({
    ...probe, context: {timezoneId: 'Pacific/Kiritimati'},
    before: (page) => page.clock.setFixedTime('2026-08-21T11:00:00Z'),
}, async (desk) => {
    await desk.sees('Today 2026-08-22');
}));

test('the address names the place, and history goes back to it', withDesk({
    ...probe, route: '/start?q=a%20b',
}, async (desk) => {
    await desk.sees('Route /start?q=a b');
    await desk.click('button', 'Go on');
    assert.equal(await desk.page.title(), 'D-17');
    assert.match(desk.page.url(), /#\/deal\/D-17\?tab=quote$/);
    await desk.page.goBack();
    await desk.sees('Route /start?q=a b');
    await desk.page.goForward();
    await desk.sees('Route /deal/D-17?tab=quote');
    await desk.page.evaluate(() => { location.hash = '#/typed'; });
    await desk.sees('Route /typed');
}));

test('a customer without an account has an address, and history leads through the money', withDesk({
    before: (page) => page.clock.setFixedTime('2026-11-24T12:00:00'),
}, async (desk) => {
    await desk.click('button', 'Open the sample workspace');
    await desk.page.evaluate(() => { location.hash = '#/deal/loom-backup/forms'; });
    await desk.type('textbox', 'AWS account', '');
    await desk.page.evaluate(() => { location.hash = '#/customers'; });
    await desk.click('row', 'Loom & Thread, –, 1, 0, 465,000 JPY, –, 2026-11-24');
    assert.match(desk.page.url(), /#\/customer\/Loom%20&%20Thread$/);
    await desk.saved();
    await desk.reload();
    await desk.find('heading', 'Loom & Thread').waitFor();
    await desk.page.evaluate(() => { location.hash = '#/money'; });
    await desk.click('button', 'December 2026');
    assert.equal(await desk.page.title(), 'December 2026 · CPPO Desk');
    assert.match(desk.page.url(), /#\/money\/USD\/2026-12$/);
    await desk.page.goBack();
    await desk.find('group', 'Paid and expected by month').waitFor();
    await desk.page.goForward();
    await desk.sees('Delta Freight');
}));

test('files come in by the picker, decoded and with clean names', withDesk({
    ...probe, needs: 'picker',
}, async (desk) => {
    const picking = desk.page.waitForEvent('filechooser');
    await desk.click('button', 'Pick files');
    const picker = await picking;
    assert.ok(picker.isMultiple());
    await picker.setFiles([
        {name: 'plain.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b')},
        {name: 'a:b\u202e\u061c\u2028\ufeff\u200b.csv', mimeType: 'text/csv',
         buffer: Buffer.from('\ufeffé', 'utf16le')},
    ]);
    await desk.page.getByText(/plain\.csv: a,b\s+a-b\.csv: é/).waitFor();
}));

test('a picked file goes with a form by the digest of its bytes', withDesk({
    needs: 'picker',
}, async (desk) => {
    await desk.click('button', 'Open the sample workspace');
    await desk.page.evaluate(() => { location.hash = '#/authorization/fjord-2027'; });
    const picking = desk.page.waitForEvent('filechooser');
    await desk.click('button', 'Attach a file');
    await (await picking).setFiles([
        {name: 'terms.txt', mimeType: 'text/plain', buffer: Buffer.from('\ufeffé', 'utf16le')},
    ]);
    await desk.sees('Attached terms.txt');
    assert.equal(await desk.value('textbox', 'File'), 'terms.txt');
    assert.equal(await desk.value('textbox', 'SHA-256'), createHash('sha256')
        .update(Buffer.from('\ufeffé', 'utf16le')).digest('hex'));
    await desk.saved();
}));

test('files come in by a drop, and the page stays', withDesk(probe, async (desk) => {
    await desk.page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], '../../dropped.csv'));
        document.querySelector('#canvas').dispatchEvent(
            new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
    });
    await desk.page.getByText('Files dropped.csv: x').waitFor();
}));

test('a file goes out under a clean name', withDesk(probe, async (desk) => {
    const {name, file} = await desk.download(() => desk.click('button', 'Download'));
    assert.equal(name, 'a-b.csv');
    assert.equal(fs.readFileSync(file, 'utf8'), 'x,y\n');
}));

/** An export without records, encrypted by age 1.1.1 with the passphrase "correct horse". */
const sealedByAge = Buffer.from(
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBYMFdBT0lSYWc0bDh2UzZMcXdvRmZ3IDE4' +
    'CktBR2ZLZE9TQlNpWTVRblo1S3lHeTlNNlljZG1NejdtOVIvdXVuSnV6amcKLS0tIGRHN0RZekhZ' +
    'SGVpcktrek9DbExEemdYd1RmU0xYRWtWQ2Y1SnV0cEdpTTgKNpTg2izRSSExYHUJlCg2PHLDupx6' +
    'pxpSyU4MITWsK6z+VKqYhHIs35tXjCOuz1DhybK3TJ+r85kvYEMx/jnFA3ZXsDJhOYLJPKQ=', 'base64');

const sealing = 'Passphrase to encrypt the file';

async function unseal(desk, passphrase) {
    await desk.type('textbox', 'Passphrase', passphrase);
    await desk.click('button', 'Open the file');
}

test('an export is encrypted with a passphrase, and opened by it alone', withDesk({
    route: '/data', before: (page) => page.clock.setFixedTime('2026-11-23T12:00:00'),
}, async (desk) => {
    await desk.page.evaluate(() => { location.hash = '#/'; });
    await desk.click('button', 'Open the sample workspace');
    await desk.page.evaluate(() => { location.hash = '#/data'; });
    await desk.type('textbox', sealing, 'correct horse');
    const {name, file} = await desk.download(() => desk.click('button', 'Export all'));
    assert.equal(name, 'cppo-desk-2026-11-23.json.age');
    const sealed = fs.readFileSync(file);
    assert.match(sealed.toString('latin1'), /^age-encryption\.org\/v1\n-> scrypt /);
    assert.ok(!sealed.includes('Granite'));
    assert.equal(await desk.value('textbox', sealing), '');
    await drop(desk.page, name, sealed);
    await desk.find('dialog', `Open ${name}`).waitFor();
    await unseal(desk, 'another horse');
    await desk.page.locator('[aria-invalid=true][aria-description^="The passphrase is wrong"]')
        .waitFor({state: 'attached'});
    assert.equal(await desk.value('textbox', 'Passphrase'), 'another horse');
    await unseal(desk, 'correct horse');
    await desk.find('dialog', 'Import cppo-desk-2026-11-23.json').waitFor();
    await desk.sees('12 records in the file; nothing is imported yet.');
}));

test('a file that age has encrypted is opened', withDesk({route: '/data'}, async (desk) => {
    await drop(desk.page, 'small.json.age', sealedByAge);
    await desk.find('dialog', 'Open small.json.age').waitFor();
    await unseal(desk, 'correct horse');
    await desk.find('dialog', 'Import small.json').waitFor();
}));

test('a document is printed as text, not as markup', withDesk({
    ...probe, needs: 'media', before: (page) => page.addInitScript(() => {
        window.print = () => { document.documentElement.dataset.printed = document.title; };
    }),
}, async (desk) => {
    await desk.click('button', 'Print');
    const html = desk.page.locator('html');
    assert.equal(await html.getAttribute('data-printed'), 'Offer');
    assert.equal(await desk.page.title(), 'CPPO Desk');
    await desk.page.emulateMedia({media: 'print'});
    const paper = desk.page.locator('#print');
    assert.equal(await paper.locator('h1').innerText(), 'Offer <1>');
    assert.deepEqual(await paper.locator('thead th').allInnerTexts(), ['On', 'Amount']);
    assert.deepEqual(await paper.locator('tbody td.right').allInnerTexts(), ['1.00']);
    assert.equal(await desk.page.locator('#canvas').isVisible(), false);
}));

test('the mirror tells what is drawn, where it is drawn', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    assert.equal(await desk.find('heading', 'Home', {level: 1}).count(), 1);
    assert.equal(await desk.find('navigation', 'Places').count(), 1);
    const tick = desk.find('checkbox', 'Tick');
    assert.equal(await tick.getAttribute('aria-checked'), 'false');
    await desk.click('checkbox', 'Tick');
    assert.equal(await tick.getAttribute('aria-checked'), 'true');
    // The browser's own tree, which is what screen readers get.
    const protocol = await desk.protocol();
    const {root} = await protocol.send('DOM.getDocument');
    const {nodes} = await protocol.send('Accessibility.queryAXTree', {
        nodeId: root.nodeId, role: 'button', accessibleName: 'Press',
    });
    assert.equal(nodes.filter((node) => !node.ignored).length, 1);
    const active = await desk.page.locator('#canvas').getAttribute('aria-activedescendant');
    assert.equal(active, await tick.getAttribute('id'));
}));

test('the mirror follows a window that grows and shrinks', withDesk({width: 390}, async (desk) => {
    await desk.click('button', 'Open the sample workspace');
    for (const place of ['deal/granite-3y/quote', 'authorization/fjord-2027', 'deals', 'workspace'])
        for (const width of [390, 1280, 390, 1280]) {
            await desk.page.setViewportSize({width, height: 800});
            await desk.page.evaluate((to) => { location.hash = `#/${to}`; }, place);
            await desk.rest();
        }
    assert.equal(await desk.value('textbox', 'Your legal name'), 'Harbor Consulting LLC');
}));

test('a tool presses without a pointer', withDesk(probe, async (desk) => {
    await desk.find('button', 'Press').dispatchEvent('click');
    await desk.sees('Pressed 1 times');
    await desk.find('checkbox', 'Tick').dispatchEvent('click');
    await desk.rest();
    await desk.saved();
    assert.equal(await desk.find('checkbox', 'Tick').getAttribute('aria-checked'), 'true');
}));

test('the mirror changes only where the page does', withDesk(probe, async (desk) => {
    // Opening ends with these, and each is shown.
    await desk.saved();
    await desk.sees('Copy current');
    await desk.rest();
    await desk.page.evaluate(() => {
        window.changes = [];
        const told = ({type, attributeName, target}) =>
            `${type} ${attributeName ?? ''} of ${target.textContent}`;
        new MutationObserver((records) => window.changes.push(...records.map(told))).observe(
            document.querySelector('#ax'),
            {subtree: true, childList: true, attributes: true, characterData: true});
    });
    await desk.page.mouse.move(650, 650);
    await desk.rest();
    assert.deepEqual(await desk.page.evaluate(() => window.changes), []);
    await desk.find('button', 'Press').dispatchEvent('click');
    await desk.sees('Pressed 1 times');
    const changes = await desk.page.evaluate(() => window.changes);
    assert.ok(changes.length <= 4, changes.join('\n'));
}));

test('a newer version waits until it is let in', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'kept');
    await desk.saved();
    await desk.offlineReady();
    desk.publish((file, content) => {
        if (file === 'sw.js') return String(content).replace(/"[0-9a-f]{16}"/, '"newer"');
        if (file !== 'index.html') return content;
        return String(content).replace('<title>', '<title>Newer ');
    });
    await desk.reload();
    await desk.sees('Update waits');
    assert.doesNotMatch(await desk.page.title(), /Newer/);
    const loaded = desk.page.waitForEvent('load');
    await desk.find('button', 'Update').dispatchEvent('click');
    await loaded;
    assert.match(await desk.page.title(), /Newer/);
    await desk.sees('Record kept');
}));

test('the content policy keeps foreign code out', withDesk(probe, async (desk) => {
    const stopped = await desk.page.evaluate(() => new Promise((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
        document.body.append(Object.assign(document.createElement('img'),
                                           {src: 'http://127.0.0.2/x.png'}));
    }));
    assert.equal(stopped, 'img-src');
    await desk.expect(/Content Security Policy|blocked the loading of a resource|another host/);
    const [header, meta] = await desk.page.evaluate(async () => [
        (await fetch('.')).headers.get('Content-Security-Policy'),
        document.querySelector('meta[http-equiv]').content,
    ]);
    assert.equal(header, `${meta}; frame-ancestors 'none'`);
    assert.doesNotMatch(meta, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
}));

test('after a trap the records and a new start are offered', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'rescued');
    await desk.saved();
    await desk.page.mouse.move(0, 0);
    await desk.find('button', 'Crash').dispatchEvent('click');
    await desk.page.getByRole('alertdialog', {name: 'CPPO Desk stopped'}).waitFor();
    const {file} = await desk.download(() =>
        desk.page.getByRole('button', {name: 'Save my records to a file'}).click());
    assert.deepEqual(JSON.parse(fs.readFileSync(file, 'utf8')),
                     {schema: 1, kind: 'export', records: ['rescued']});
    await desk.picture('build/shots/probe-stopped.png');
    await desk.page.getByRole('button', {name: 'Reload the page'}).click();
    await desk.sees('Record rescued');
    await desk.expect(/unreachable/);
}));
