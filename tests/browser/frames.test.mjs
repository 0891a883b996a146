// The page draws when something changed, sharply, and not otherwise.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {closeBrowsers, withDesk} from './desk.mjs';

after(closeBrowsers);
const probe = {folder: 'probe'};

test('a page at rest draws nothing', withDesk(probe, async (desk) => {
    // A second without a picture, once the records and the room for them are known.
    await desk.saved();
    await desk.rest(60);
    await desk.click('button', 'Press');
    await desk.sees('Pressed 1 times');
    await desk.page.mouse.move(700, 700);
    await desk.rest(60);
}));

test('two clicks with a pause between are no double click', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'one two');
    await desk.page.mouse.move(700, 700);
    const {x, y} = await desk.box('textbox', 'Name');
    const press = () => desk.page.mouse.click(x + 20, y + 16);
    await press();
    await desk.rest();
    // Longer than a double click's time; the page sleeps through it.
    await desk.page.evaluate(() => new Promise((next) => setTimeout(next, 1000)));
    await press();
    await desk.rest();
    // A double click would have selected the word, and the letter would replace it.
    await desk.page.keyboard.type('!');
    await desk.rest();
    assert.match(await desk.value('textbox', 'Name'), /^o.*!.*two$/);
}));

test('a lost drawing context comes back', withDesk(probe, async (desk) => {
    await desk.click('button', 'Press');
    const [before] = await picture(desk);
    await desk.page.evaluate(async () => {
        const canvas = document.querySelector('#canvas');
        const loss = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
        const once = (type) => new Promise(
            (next) => canvas.addEventListener(type, next, {once: true}));
        const lost = once('webglcontextlost');
        loss.loseContext();
        await lost;
        // The browser allows it only after the event is over.
        await new Promise((next) => setTimeout(next));
        const restored = once('webglcontextrestored');
        loss.restoreContext();
        await restored;
    });
    const [after_] = await picture(desk);
    assert.ok(before.equals(after_), 'the picture is the same as before');
}));

async function picture(desk) {
    await desk.page.mouse.move(700, 760);
    await desk.rest();
    return [await desk.picture()];
}

test('nothing is drawn while the context is lost, and the mirror still works',
     withDesk(probe, async (desk) => {
    await desk.page.evaluate(() => {
        const canvas = document.querySelector('#canvas');
        canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
    });
    await desk.find('button', 'Press').dispatchEvent('click');
    await desk.sees('Pressed 1 times');
}));

for (const scale of [1, 1.5, 2]) {
    const needs = scale === 1.5 ? undefined : 'scales';
    test(`sharp at ${scale} device pixels`, withDesk({...probe, needs, scale}, async (desk) => {
        const {width, height, ratio} = await desk.page.evaluate(() => {
            const canvas = document.querySelector('#canvas');
            return {width: canvas.width, height: canvas.height, ratio: devicePixelRatio};
        });
        assert.equal(ratio, scale);
        assert.deepEqual([width, height], [1280 * scale, 800 * scale]);
        await desk.click('button', 'Press');
        await desk.sees('Pressed 1 times');
        await desk.shot(`probe-${scale}x`);
    }));
}

test('fits a narrow screen and grows with the chosen size',
     withDesk({...probe, width: 390, height: 844}, async (desk) => {
    await desk.shot('probe-narrow');
    await desk.click('button', 'Larger');
    const {height} = await desk.box('button', 'Larger');
    assert.ok(height > 45, `the button is ${height} px high`);
    await desk.shot('probe-narrow-larger');
}));

test('follows the preferred color scheme', withDesk({...probe, needs: 'media'}, async (desk) => {
    const [light] = await picture(desk);
    await desk.page.emulateMedia({colorScheme: 'dark'});
    await desk.rest();
    const [dark] = await picture(desk);
    assert.ok(!light.equals(dark));
    await desk.shot('probe-dark');
}));
