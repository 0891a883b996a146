// Paper: what the browser prints of the sample workspace, and the PDF it makes of it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {after, test} from 'node:test';

import {closeBrowsers, withDesk} from './desk.mjs';

after(closeBrowsers);

const printing = {
    needs: 'protocol',
    before: (page) => page.addInitScript(() => {
        window.print = () => { document.documentElement.dataset.printed = document.title; };
    }),
};

async function open(desk, place) {
    await desk.click('button', 'Open the sample workspace');
    await desk.page.evaluate((to) => { location.hash = `#/${to}`; }, place);
    await desk.rest();
}

const papers = {letter: [612, 792], a4: [595, 842]}; // width and height in points

/** The PDF for a printer with this paper: its size, its pages, and their sizes in points. */
async function pdf(desk, name, paper) {
    const protocol = await desk.protocol();
    // Were the page to ask for a size of its own, it would have its way.
    const [paperWidth, paperHeight] = paper.map((side) => side / 72); // inches
    const {data} = await protocol.send('Page.printToPDF',
                                       {preferCSSPageSize: true, paperWidth, paperHeight});
    const bytes = Buffer.from(data, 'base64');
    fs.mkdirSync('build/shots', {recursive: true});
    fs.writeFileSync(`build/shots/${name}.pdf`, bytes);
    const text = bytes.toString('latin1');
    return {
        size: bytes.length,
        pages: text.match(/\/Type\s*\/Page\b/g).length,
        boxes: [...new Set(text.match(/\/MediaBox\s*\[[^\]]*\]/g))].map(
            (box) => box.match(/[\d.]+/g).slice(2).map((side) => Math.round(side))),
    };
}

test('the customer\'s copy is printed with its headings, its tables and room to sign', withDesk({
    ...printing, context: {colorScheme: 'dark'},
}, async (desk) => {
    await open(desk, 'deal/granite-3y/forms');
    await desk.click('button', 'Print');
    assert.match(await desk.page.locator('html').getAttribute('data-printed'),
                 /^offer-[0-9A-F]{5}-[0-9A-F]{5}$/);
    await desk.page.emulateMedia({media: 'print'});
    const paper = desk.page.locator('#print');
    const headings = await paper.locator('h1, h2').evaluateAll(
        (all) => all.map((heading) => `${heading.tagName} ${heading.textContent}`));
    assert.deepEqual(headings, [
        'H1 Custom Transaction Request: the customer\'s copy', 'H2 Customer',
        'H2 What the customer buys', 'H2 Price and terms', 'H2 Payments', 'H2 Digest',
        'H2 Signed for the customer',
    ]);
    const text = await paper.innerText();
    assert.match(text, /Offered by Harbor Consulting LLC/);
    assert.match(text, /Price to the customer\s+270,000\.00 USD/);
    for (const secret of ['225,000', '80,833', '16,500', 'granite-3y', 'holesale', 'iscount'])
        assert.ok(!text.includes(secret), secret);
    assert.deepEqual(await paper.locator('thead th[scope=col].right').allInnerTexts(),
                     ['List price', 'Quantity', 'Amount']);
    assert.equal(await paper.locator('.facts tbody th:not([scope=row])').count(), 0);
    assert.equal(await desk.page.locator('html').getAttribute('lang'), 'en');
    const ink = await paper.evaluate((element) => {
        const {color} = getComputedStyle(element);
        return [color, getComputedStyle(document.body).backgroundColor];
    });
    assert.deepEqual(ink, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    for (const paper of Object.values(papers)) {
        const file = await pdf(desk, 'customer-copy', paper);
        assert.ok(file.size > 5000, `${file.size} bytes`);
        assert.equal(file.pages, 1);
        assert.deepEqual(file.boxes, [paper]);
    }
}));

test('a long report repeats its head and keeps its rows whole', withDesk(printing, async (desk) => {
    await open(desk, 'deal/granite-3y/reports');
    await desk.page.getByRole('button', {name: 'Print', exact: true}).first()
        .dispatchEvent('click');
    await desk.rest();
    assert.match(await desk.page.locator('html').getAttribute('data-printed'),
                 /^isv-[0-9A-F]{5}-[0-9A-F]{5}$/);
    for (const paper of Object.values(papers)) {
        const file = await pdf(desk, 'isv-report', paper);
        assert.equal(file.pages, 1);
        assert.deepEqual(file.boxes, [paper]);
    }
    await desk.page.evaluate(() => {
        const row = document.querySelector('#print .table tbody tr');
        for (let i = 0; i < 80; ++i) row.after(row.cloneNode(true));
    });
    await desk.page.emulateMedia({media: 'print'});
    assert.deepEqual(await desk.page.locator('#print .table').evaluate((table) => [
        getComputedStyle(table.querySelector('thead')).display,
        getComputedStyle(table.querySelector('tbody tr')).breakInside,
        getComputedStyle(table.previousElementSibling).breakAfter,
    ]), ['table-header-group', 'avoid', 'avoid']);
    const long = await pdf(desk, 'isv-report-long', papers.a4);
    assert.equal(long.pages, 3);
}));
