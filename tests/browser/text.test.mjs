// Keys, input methods, the clipboard and tools that write text.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {closeBrowsers, withDesk} from './desk.mjs';
import {stop} from './hands.mjs';

after(closeBrowsers);
const probe = {folder: 'probe'};
const mayUseClipboard = {
    ...probe, context: {permissions: ['clipboard-read', 'clipboard-write']},
};

test('typing reaches the field, whatever the alphabet', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'Zoë Ångström Ωμέγα №5');
    assert.equal(await desk.value('textbox', 'Name'), 'Zoë Ångström Ωμέγα №5');
}));

test('keys typed at once after a click are not lost', withDesk(probe, async (desk) => {
    const {x, y} = await desk.box('textbox', 'Name');
    await desk.page.mouse.click(x + 20, y + 16);
    await desk.page.keyboard.type('quick');
    await desk.rest();
    assert.equal(await desk.value('textbox', 'Name'), 'quick');
}));

test('the keyboard alone goes everywhere', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'first');
    await desk.press('Shift+Tab');
    assert.equal(await focusedName(desk), 'Name');
    await desk.page.keyboard.type('second');
    await desk.press('Enter');
    await desk.sees('Record second');
    assert.equal(await desk.page.evaluate(() => document.activeElement.id), 'canvas');
}));

const focusedName = (desk) => desk.page.evaluate(() =>
    document.activeElement.getAttribute('aria-label'));

test('a held key acts again when the system repeats it, however slow the page is', withDesk({
    ...probe, before: (page) => page.clock.install(),
}, async (desk) => {
    const {keyboard, mouse, clock} = desk.page;
    await desk.click('button', 'Press');
    await keyboard.down('Tab');
    await desk.rest();
    await clock.runFor(2000);
    await mouse.move(650, 650); // draws
    await desk.rest();
    assert.equal((await stop(desk)).name, 'Tick');
    await keyboard.down('Tab'); // the system repeats it
    await desk.rest();
    assert.equal((await stop(desk)).name, 'Name');
    await keyboard.up('Tab');
    // What presses a thing does so once, however long it is held.
    await desk.press('Shift+Tab');
    await keyboard.down('Space');
    await keyboard.down('Space');
    await desk.rest();
    assert.equal(await desk.find('checkbox', 'Tick').getAttribute('aria-checked'), 'true');
    await keyboard.up('Space');
}));

test('Escape, then Tab, leaves the canvas', withDesk(probe, async (desk) => {
    await desk.click('button', 'Press');
    await desk.page.evaluate(() => addEventListener('keydown', (event) => {
        document.documentElement.dataset.kept = String(event.defaultPrevented);
    }));
    const keptFromBrowser = async (key) => {
        await desk.press(key);
        return desk.page.locator('html').getAttribute('data-kept');
    };
    assert.equal(await keptFromBrowser('Tab'), 'true');
    assert.equal(await keptFromBrowser('Escape'), 'true');
    assert.equal(await keptFromBrowser('Tab'), 'false');
}));

test('the browser keeps its own keys', withDesk(probe, async (desk) => {
    const prevented = await desk.page.evaluate(() => {
        const canvas = document.querySelector('#canvas');
        const keys = [['F5', 'F5'], ['KeyR', 'r', true], ['KeyT', 't', true], ['F12', 'F12'],
                      ['Equal', '+', true], ['KeyC', 'c', true], ['KeyV', 'v', true]];
        return keys.filter(([code, key, ctrlKey]) => !canvas.dispatchEvent(new KeyboardEvent(
            'keydown', {code, key, ctrlKey, cancelable: true, bubbles: true})));
    });
    assert.deepEqual(prevented, []);
}));

test('a field and its selection are the mirror\'s own', withDesk(probe, async (desk) => {
    await desk.type('textbox', 'Name', 'selected');
    await desk.click('textbox', 'Name');
    await desk.press('Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
    const selection = await desk.find('textbox', 'Name').evaluate((field) =>
        [document.activeElement === field, field.selectionStart, field.selectionEnd]);
    assert.deepEqual(selection, [true, 0, 2]);
}));

test('copy, cut and paste with the system\'s clipboard', withDesk(mayUseClipboard,
                                                              async (desk) => {
    await desk.type('textbox', 'Name', 'Grüße €');
    await desk.click('textbox', 'Name');
    await desk.press('Control+A', 'Control+C');
    assert.equal(await desk.clipboard(), 'Grüße €');
    await desk.press('Control+X');
    assert.equal(await desk.value('textbox', 'Name'), '');
    await desk.page.evaluate(() => navigator.clipboard.writeText('a\r\nb\u0000'));
    await desk.click('textbox', 'Note');
    await desk.press('Control+V', 'Control+V');
    assert.equal(await desk.value('textbox', 'Note'), 'a\nba\nb');
}));

test('a copy button fills the clipboard, with permission and without', async () => {
    for (const options of [mayUseClipboard, probe]) {
        await withDesk(options, async (desk) => {
            await desk.click('button', 'Copy a word');
            assert.equal(await desk.clipboard(), 'Grüße');
        })();
    }
});

test('an input method composes at the caret', withDesk({
    ...probe, needs: 'protocol',
}, async (desk) => {
    await desk.type('textbox', 'Name', 'x');
    await desk.click('textbox', 'Name');
    await desk.press('End');
    const protocol = await desk.protocol();
    const compose = (text) => protocol.send('Input.imeSetComposition',
        {text, selectionStart: text.length, selectionEnd: text.length});
    await compose('g');
    await compose('gr');
    await desk.shot('probe-composing');
    await protocol.send('Input.insertText', {text: 'größe'});
    await desk.rest();
    assert.equal(await desk.value('textbox', 'Name'), 'xgröße');
    // Canceled: nothing of it stays.
    await compose('ab');
    await compose('');
    await desk.rest();
    assert.equal(await desk.value('textbox', 'Name'), 'xgröße');
    await desk.press('Enter');
    await desk.sees('Record xgröße');
}));

test('a tool writes a whole value', withDesk(probe, async (desk) => {
    await desk.find('textbox', 'Name').fill('dictated');
    await desk.rest();
    assert.equal(await desk.value('textbox', 'Name'), 'dictated');
    await desk.find('textbox', 'Note').evaluate((field) => {
        field.focus();
        field.value = 'as a whole';
        field.dispatchEvent(new Event('input', {bubbles: true}));
    });
    await desk.rest();
    assert.equal(await desk.value('textbox', 'Note'), 'as a whole');
}));

test('keys typed at once after a tool moved the keyboard are not lost', withDesk(probe,
                                                                              async (desk) => {
    await desk.find('textbox', 'Name').focus();
    await desk.page.keyboard.type('dictated');
    await desk.rest();
    assert.equal(await desk.value('textbox', 'Name'), 'dictated');
}));

test('a finger scrolls, and a tap presses', withDesk({
    ...probe, needs: 'touch', width: 390, height: 844, context: {hasTouch: true, isMobile: true},
}, async (desk) => {
    const top = async () => (await desk.find('button', 'Go on').boundingBox()).y;
    const before = await top();
    const protocol = await desk.protocol();
    const touch = (type, ...points) => protocol.send('Input.dispatchTouchEvent',
        {type, touchPoints: points.map(([x, y]) => ({x, y}))});
    await touch('touchStart', [200, 700]);
    for (const y of [660, 620, 580, 540, 500]) {
        await touch('touchMove', [200, y]);
        await desk.rest();
    }
    await touch('touchEnd');
    await desk.rest();
    const moved = before - await top();
    assert.ok(moved > 180 && moved < 220, `the content followed the finger by ${moved} px`);
    await desk.sees('Pressed 0 times');
    const {x, y} = await desk.box('button', 'Press');
    await desk.page.touchscreen.tap(x + 20, y + 20);
    await desk.sees('Pressed 1 times');
}));

test('on touch the browser edits in a field of its own',
     withDesk({...probe, needs: 'touch', width: 390, height: 844,
               context: {hasTouch: true, isMobile: true}}, async (desk) => {
    const {x, y} = await desk.box('textbox', 'Name');
    await desk.page.touchscreen.tap(x + 20, y + 20);
    await desk.rest();
    assert.equal(await focusedName(desk), 'Name');
    await desk.page.keyboard.type('by thumb');
    await desk.shot('probe-touch');
    await desk.press('Enter');
    await desk.sees('Record by thumb');
}));
