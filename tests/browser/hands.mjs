// Hands: the ways in which people use the page. A walk through it is written once, by role and
// name, and walked with any of them.
//
//   mouse      the pointer at the place where a thing is drawn
//   keyboard   Tab, arrows, Enter, Space and Escape; where the keyboard is, is read and never set
//   tree       what a screen reader does: things of the browser's own accessibility tree, their
//              default action and their value; no place, no pointer, no key
//
// Each is a function of a desk and gives press(role, name), write(field, text) and
// choose(field, option).
import assert from 'node:assert/strict';

export const mouse = (desk) => ({
    press: (role, name) => desk.click(role, name),
    write: (field, text) => desk.type('textbox', field, text),
    async choose(field, option) {
        await desk.click('combobox', field);
        await desk.click('option', option);
    },
});

// --- keyboard ------------------------------------------------------------------------------------

/** Where the keyboard is, as the page tells: a stop's id, role, name and what is seen of it. */
export function stop(desk) {
    return desk.page.evaluate(readStop, {});
}

/** Presses a key that moves the keyboard's place, and waits until it is elsewhere. */
export async function move(desk, key) {
    const from = await stop(desk);
    await desk.page.keyboard.press(key);
    const to = await desk.page.evaluate(readStop, {leaving: from.id});
    assert.notEqual(to.id, from.id, `${key} leads away from ${from.role} "${from.name}"`);
    return to;
}

/** Runs in the page; `leaving` waits until the keyboard is elsewhere and nothing moves any more. */
async function readStop({leaving}) {
    const place = () => {
        const active = document.activeElement;
        const id = active?.getAttribute('aria-activedescendant') ?? active?.id ?? '';
        const element = document.getElementById(id);
        return element?.closest('#ax') ? element : undefined;
    };
    const frames = () => document.documentElement.dataset.frames;
    const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const away = () => leaving === undefined || (place() && place().id !== leaving);
    for (let turns = 0, still = 0; turns < 600 && leaving !== undefined && still < 2; ++turns) {
        const before = frames();
        await next();
        still = away() && frames() === before ? still + 1 : 0;
    }
    const element = place();
    if (!element) return {id: '', role: '', name: '', seen: false, typing: false};
    const {left, top, right, bottom} = element.getBoundingClientRect();
    const field = element.matches('input, textarea');
    return {
        id: element.id,
        role: element.getAttribute('role') ?? (field ? 'textbox' : ''),
        name: element.getAttribute('aria-label') ?? element.textContent,
        seen: right - left > 2 && bottom - top > 2 && left >= 0 && top >= 0 &&
            right <= innerWidth && bottom <= innerHeight,
        typing: field && element === document.activeElement,
    };
}

const stopsMax = 200;

/** How many stops a person sees to a thing, by the shorter way round; backwards below zero. */
function distance(target, here) {
    const scope = target.closest('[aria-modal]') ?? document.querySelector('#ax');
    const stops = [...scope.querySelectorAll('[tabindex]:not([aria-disabled])')];
    const ahead = stops.indexOf(target) - Math.max(stops.findIndex(({id}) => id === here), 0);
    const back = ahead > 0 ? ahead - stops.length : ahead + stops.length;
    return Math.abs(back) < Math.abs(ahead) ? back : ahead;
}

/** Tab, as often as there are stops between; one by one from there if it was not enough. */
async function reach(desk, role, name) {
    const element = desk.find(role, name);
    await element.waitFor({state: 'attached'});
    const wanted = await element.getAttribute('id');
    let at = await stop(desk);
    if (at.id === '') at = await move(desk, 'Tab');
    const stops = await element.evaluate(distance, at.id);
    const key = stops < 0 ? 'Shift+Tab' : 'Tab';
    for (let left = Math.abs(stops); left > 0; --left) await desk.page.keyboard.press(key);
    await desk.rest();
    at = await stop(desk);
    for (let count = 0; at.id !== wanted; ++count) {
        assert.ok(count < stopsMax, `Tab reaches ${role} "${name}"`);
        at = await move(desk, key);
    }
    assert.ok(at.seen, `${role} "${name}" is seen when the keyboard is on it`);
    return at;
}

export const keyboard = (desk) => ({
    async press(role, name) {
        await reach(desk, role, name);
        await desk.press(role === 'checkbox' || role === 'radio' ? 'Space' : 'Enter');
    },
    async write(field, text) {
        const at = await reach(desk, 'textbox', field);
        if (!at.typing) await desk.press('Enter');
        await desk.page.keyboard.press('Control+A');
        await desk.page.keyboard.press('Delete');
        await desk.page.keyboard.type(text);
        await move(desk, 'Tab');
        await desk.rest();
    },
    async choose(field, option) {
        await reach(desk, 'combobox', field);
        await desk.press('Enter');
        const wanted = await desk.find('option', option).getAttribute('id');
        let at = await stop(desk);
        assert.equal(at.role, 'option', 'an open list has the keyboard');
        for (let count = 0; at.id !== wanted; ++count) {
            assert.ok(count < stopsMax, `arrows reach "${option}"`);
            at = await move(desk, 'ArrowDown');
        }
        await desk.press('Enter');
    },
});

// --- accessibility tree --------------------------------------------------------------------------

const attempts = 100;

class Tree {
    #desk;
    #protocol;

    constructor(desk) {
        this.#desk = desk;
    }

    async #send(method, parameters) {
        this.#protocol ??= await this.#desk.protocol();
        return this.#protocol.send(method, parameters);
    }

    async #query(within, role, accessibleName) {
        const {nodes} = await this.#send('Accessibility.queryAXTree',
                                         {...within, role, accessibleName});
        return nodes.filter((node) => !node.ignored);
    }

    /** Where to look: in the dialog that is open, else everywhere. */
    async #scope() {
        const {root} = await this.#send('DOM.getDocument', {depth: 0});
        const whole = {nodeId: root.nodeId};
        const dialogs = await this.#query(whole, 'dialog');
        return dialogs.length > 0 ? {backendNodeId: dialogs.at(-1).backendDOMNodeId} : whole;
    }

    /** The first of this role and name; one of several is named with its groups: "ISV › Name". */
    async #look(within, role, [name, ...inner]) {
        if (inner.length === 0) return (await this.#query(within, role, name))[0];
        for (const group of await this.#query(within, 'group', name)) {
            const place = {backendNodeId: group.backendDOMNodeId};
            const found = await this.#look(place, role, inner);
            if (found) return found;
        }
        return undefined;
    }

    /** The thing of this role and name; waited for as long as the page still works on it. */
    async node(role, name) {
        for (let count = 0; count < attempts; ++count) {
            const found = await this.#look(await this.#scope(), role, name.split(' › '));
            if (found) return found;
            await this.#desk.rest();
        }
        throw new Error(`the accessibility tree has no ${role} "${name}"`);
    }

    async #run(role, name, action, ...values) {
        const {backendDOMNodeId} = await this.node(role, name);
        const {object} = await this.#send('DOM.resolveNode', {backendNodeId: backendDOMNodeId});
        await this.#send('Runtime.callFunctionOn', {
            objectId: object.objectId, functionDeclaration: String(action),
            arguments: values.map((value) => ({value})),
        });
        await this.#desk.rest();
    }

    press(role, name) {
        return this.#run(role, name, function () { this.click(); });
    }

    write(field, text) {
        return this.#run('textbox', field, function (value) {
            this.focus();
            this.value = value;
            this.dispatchEvent(new Event('input', {bubbles: true}));
            this.dispatchEvent(new Event('change', {bubbles: true}));
        }, text);
    }

    async choose(field, option) {
        await this.press('combobox', field);
        await this.press('option', option);
    }
}

export const tree = (desk) => new Tree(desk);
