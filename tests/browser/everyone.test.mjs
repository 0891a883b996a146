// Every screen for everybody: an independent checker finds nothing in what screen readers get, the
// screens are pictured in each of their looks, and nothing complains on the console.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {closeBrowsers, withDesk} from './desk.mjs';

after(closeBrowsers);

const root = fileURLToPath(new URL('../../', import.meta.url));
const axe = fs.readFileSync(
    createRequire(path.join(root, '.deps/npm/')).resolve('axe-core/axe.min.js'), 'utf8');

const screens = [
    '/', '/deals', '/deals/quoting', '/deal/granite-3y/quote', '/deal/loom-backup/quote',
    '/deal/loom-backup/forms', '/deal/orchard-support/offer', '/deal/granite-3y/money',
    '/deal/granite-3y/reports', '/deal/granite-3y/history', '/authorizations',
    '/authorization/fjord-2027', '/customers', '/products', '/isvs', '/money', '/workspace',
    '/data', '/help',
];

/** What the checker finds in the page as it is, as short lines. */
async function faults(desk) {
    const {violations} = await desk.page.evaluate(async () => globalThis.axe.run(document, {
        resultTypes: ['violations'],
        // The mirror is drawn on the canvas; how that looks is measured elsewhere.
        rules: {'color-contrast': {enabled: false}},
    }));
    return violations.flatMap(({id, nodes}) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

async function visit(desk, route) {
    await desk.page.evaluate((to) => { location.hash = `#${to}`; }, route);
    await desk.rest();
}

async function openSample(desk) {
    await desk.page.evaluate(axe);
    assert.deepEqual(await faults(desk), []);
    await desk.click('button', 'Open the sample workspace');
}

test('a checker of accessibility finds nothing on any screen', withDesk(
    {scale: 0.5, before: (page) => page.clock.setFixedTime('2026-11-23T12:00:00')},
    async (desk) => {
        await openSample(desk);
        for (const route of screens) {
            await visit(desk, route);
            assert.deepEqual(await faults(desk), [], route);
        }
        await visit(desk, '/deals');
        await desk.click('button', 'New deal');
        assert.deepEqual(await faults(desk), [], 'a dialog');
        await desk.press('Escape');
        await desk.press('Control+K');
        assert.deepEqual(await faults(desk), [], 'the palette');
    }));

test('every screen has one heading of the page, and its place in the title', withDesk(
    {scale: 0.5}, async (desk) => {
        await desk.click('button', 'Open the sample workspace');
        for (const route of screens) {
            await visit(desk, route);
            const headings = desk.page.locator('#ax').getByRole('heading', {level: 1});
            assert.equal(await headings.count(), 1, route);
            assert.match(await desk.page.title(), /CPPO Desk$/, route);
        }
    }));
