// Work that goes on all day leaves nothing behind: what the page holds after many rounds of it is
// what it held after a few. CPPO_SOAK=n works for n minutes instead of a few rounds, and tells of
// each round.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {fileURLToPath} from 'node:url';
import {after, test} from 'node:test';

import {closeBrowsers, withDesk} from './desk.mjs';
import {openSample, sampleDay, screens, visit} from './screens.mjs';

after(closeBrowsers);
const minutes = Number(process.env.CPPO_SOAK ?? 0);
const fewRounds = 4;
const sample = fs.readFileSync(
    fileURLToPath(new URL('../../assets/sample.json', import.meta.url)), 'utf8');

const quote = '/deal/loom-backup/quote';

/** What people do, each piece ending as it began. */
const work = {
    async screens(desk) {
        for (const route of screens) await visit(desk, route);
    },
    async quoting(desk, round) {
        await visit(desk, quote);
        const before = await desk.value('textbox', 'Price');
        for (const price of [500_000 + round, 510_000 + round])
            await desk.type('textbox', 'Price', String(price));
        await desk.press('Control+Z', 'Control+Z', 'Control+Y', 'Control+Z');
        assert.equal(await desk.value('textbox', 'Price'), before);
    },
    async dialogs(desk) {
        await visit(desk, '/deals');
        await desk.click('button', 'New deal');
        await desk.press('Escape', 'Control+K');
        await desk.page.keyboard.type('granite');
        await desk.press('Escape', 'Escape'); // the words, then the palette
    },
    async files(desk) {
        await visit(desk, '/data');
        await desk.download(() => desk.click('button', 'Export all'));
        await desk.page.evaluate((text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], 'sample.json'));
            document.querySelector('#canvas').dispatchEvent(
                new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
        }, sample);
        await desk.find('dialog', 'Import sample.json').waitFor({state: 'attached'});
        await desk.press('Escape');
    },
    async paper(desk) {
        await visit(desk, '/deal/granite-3y/reports');
        await desk.page.getByRole('button', {name: 'Print', exact: true}).first()
            .dispatchEvent('click');
        await desk.rest();
    },
    async looks(desk) {
        for (const [width, colorScheme] of [[390, 'dark'], [1280, 'light']]) {
            await desk.page.setViewportSize({width, height: 800});
            await desk.page.emulateMedia({colorScheme});
            await visit(desk, quote);
        }
    },
};

/** Bytes of what scripts hold; the browser's measure counts its records of speed and network. */
async function heldByScripts(protocol) {
    const chunks = [];
    const collect = ({chunk}) => chunks.push(chunk);
    protocol.on('HeapProfiler.addHeapSnapshotChunk', collect);
    await protocol.send('HeapProfiler.takeHeapSnapshot', {reportProgress: false});
    protocol.off('HeapProfiler.addHeapSnapshotChunk', collect);
    const {snapshot: {meta}, nodes} = JSON.parse(chunks.join(''));
    const types = meta.node_types[0];
    const [type, size] = ['type', 'self_size'].map((name) => meta.node_fields.indexOf(name));
    const ours = ['array', 'string', 'concatenated string', 'object', 'closure', 'regexp'];
    let sum = 0;
    for (let at = 0; at < nodes.length; at += meta.node_fields.length)
        if (ours.includes(types[nodes[at + type]])) sum += nodes[at + size];
    return sum;
}

/** How much the page holds once its rubbish is gone. */
async function held(desk, protocol) {
    await desk.saved();
    await protocol.send('HeapProfiler.collectGarbage');
    const {metrics} = await protocol.send('Performance.getMetrics');
    const metric = (name) => metrics.find((one) => one.name === name).value;
    const program = await desk.page.evaluate(() => {
        // Memory that was used once is not zero any more: the program's grows from below.
        let top = HEAPU8.length;
        while (HEAPU8[top - 1] === 0) --top;
        return top;
    });
    return {
        program, scripts: await heldByScripts(protocol), nodes: metric('Nodes'),
        listeners: metric('JSEventListeners'), documents: metric('Documents'),
    };
}

// What may be more at last than it was at first: a fiftieth, because something is always under way.
// The program that drives the browser leaves about 6 kB a round among the scripts.
const most = {
    program: (first) => first * 1.02,
    scripts: (first, rounds) => first * 1.02 + rounds * 8000,
    nodes: (first) => first * 1.02,
    listeners: (first) => first * 1.02,
    documents: (first) => first,
};

test('work that goes on all day leaves nothing behind', withDesk({
    needs: 'protocol', limit: (minutes + 10) * 60_000,
    before: async (page) => {
        await page.clock.setFixedTime(sampleDay);
        await page.addInitScript(() => { window.print = () => {}; });
    },
}, async (desk) => {
    await openSample(desk);
    const protocol = await desk.protocol();
    await protocol.send('Performance.enable');
    const end = Date.now() + minutes * 60_000;
    const rounds = [];
    while (minutes > 0 ? Date.now() < end : rounds.length < fewRounds) {
        for (const piece of Object.values(work)) await piece(desk, rounds.length);
        rounds.push(await held(desk, protocol));
        if (minutes > 0) console.error(rounds.length, JSON.stringify(rounds.at(-1)));
    }
    // The first rounds fill what is kept on purpose.
    const quarter = Math.floor(rounds.length / 4);
    const of = (what, from, to) => Math.max(...rounds.slice(from, to).map((round) => round[what]));
    for (const [what, allowed] of Object.entries(most)) {
        const [first, last] = [of(what, quarter, 2 * quarter), of(what, -quarter)];
        assert.ok(last <= allowed(first, 2 * quarter), `${what}: first ${first}, last ${last}`);
    }
}));
