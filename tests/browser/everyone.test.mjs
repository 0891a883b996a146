// Every screen for everybody: an independent checker finds nothing in what screen readers get, Tab
// comes round with a name for each of its stops, and a screen at rest draws nothing.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {closeBrowsers, withDesk} from './desk.mjs';
import {move} from './hands.mjs';
import {openSample, sampleDay, screens, visit} from './screens.mjs';

after(closeBrowsers);

const root = fileURLToPath(new URL('../../', import.meta.url));
const axe = fs.readFileSync(
    createRequire(path.join(root, '.deps/npm/')).resolve('axe-core/axe.min.js'), 'utf8');

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

test('a checker of accessibility finds nothing on any screen', withDesk(
    {before: (page) => page.clock.setFixedTime(sampleDay)},
    async (desk) => {
        await desk.page.evaluate(axe);
        assert.deepEqual(await faults(desk), []);
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
    {}, async (desk) => {
        await openSample(desk);
        for (const route of screens) {
            await visit(desk, route);
            const headings = desk.page.locator('#ax').getByRole('heading', {level: 1});
            assert.equal(await headings.count(), 1, route);
            assert.match(await desk.page.title(), /CPPO Desk$/, route);
        }
    }));

/** Tabs until the keyboard is where it began; what is wrong with a stop on the way. */
async function tabRound(desk) {
    const problems = [];
    const first = await move(desk, 'Tab');
    const stops = new Set();
    for (let at = first; !stops.has(at.id); at = await move(desk, 'Tab')) {
        stops.add(at.id);
        const {role, name, seen} = at;
        if (!role || !name.trim()) problems.push(`a stop is called ${role} "${name}"`);
        if (!seen) problems.push(`${role} "${name}" is not seen`);
        assert.ok(stops.size < 200, 'Tab comes round');
    }
    return {problems, stops};
}

/** What can be used, as the mirror tells. */
const usable = (desk) => desk.page.evaluate(() =>
    [...document.querySelectorAll('#ax [tabindex]:not([aria-disabled])')].map((element) =>
        [element.id, element.getAttribute('aria-label') ?? element.textContent]));

const tabbed = ['/', '/deal/loom-backup/quote', '/deal/loom-backup/forms', '/deals', '/money',
                '/workspace'];

for (const [width, needs] of [[1280], [390, 'repeats']])
    test(`Tab comes round on every screen ${width} pixels wide, each stop named and seen`, withDesk(
        {width, needs, before: (page) => page.clock.setFixedTime(sampleDay)},
        async (desk) => {
            await openSample(desk);
            for (const route of tabbed) {
                await visit(desk, route);
                const {problems, stops} = await tabRound(desk);
                assert.deepEqual(problems, [], route);
                const missed = (await usable(desk)).filter(([id]) => !stops.has(id));
                assert.deepEqual(missed, [], `${route}: Tab reaches everything`);
            }
        }));

test('a screen at rest draws nothing', withDesk(
    {before: (page) => page.clock.install()}, async (desk) => {
        await openSample(desk);
        for (const route of screens) {
            await visit(desk, route);
            await desk.page.clock.runFor(6000); // the last message goes
            await desk.rest();
            const drawn = await desk.frames();
            await desk.page.clock.runFor(5000);
            await desk.rest();
            assert.equal(await desk.frames() - drawn, 0, route);
        }
    }));
