// The page in a real browser, as a person meets it: things are found by role and name through the
// mirror, and used with the real mouse and keyboard at the place where they are drawn.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {browsers} from './browsers.mjs';
import {serve} from './server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

// Where the built pages are: `dist` the application, `probe` the platform's test page.
const built = path.resolve(root, process.env.CPPO_WEB ?? 'build/web');
const shots = path.join(root, 'build/shots');
const browserName = process.env.CPPO_BROWSER ?? 'chromium';
const browser = browsers[browserName];
const patience = 30_000; // milliseconds; ends what would never end, on the slowest machine too

const launched = new Map(); // by their settings
const folders = [];

async function browserAt(scale, isPrivate) {
    const settings = browser.launching(scale, isPrivate);
    const key = JSON.stringify(settings);
    if (!launched.has(key)) launched.set(key, await browser.type.launch(settings));
    return launched.get(key);
}

/** A profile with its files on disk, as people have them; others live in memory. */
function diskContext(scale, settings, folder = diskFolder()) {
    return browser.type.launchPersistentContext(folder, {...browser.launching(scale), ...settings});
}

function diskFolder() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cppo-desk-'));
    folders.push(folder);
    return folder;
}

/** To be called once, after the last test of a file. */
export async function closeBrowsers() {
    for (const one of launched.values()) await one.close();
    launched.clear();
    browser.close?.();
    // A browser that was closed still writes for a moment.
    const forceful = {recursive: true, force: true, maxRetries: 20, retryDelay: 100};
    for (const folder of folders.splice(0)) await fs.promises.rm(folder, forceful);
}

export class Desk {
    /** What went wrong in the page: errors on the console, and requests to other hosts. */
    problems = [];
    #expected = [];
    #server;
    #context;

    /**
     * Opens a built page in a fresh profile and waits for its first picture. Nobody looks at most
     * of them, and without a graphics card drawing takes the time: a quarter of the pixels will do.
     * @param {{folder?: string, route?: string, scale?: number, width?: number, height?: number,
     *          onDisk?: boolean, isPrivate?: boolean, profile?: Profile, context?: object,
     *          before?: (page: object, desk: Desk) => Promise<void>}} options
     */
    static async open(options = {}) {
        const {folder = 'dist', route = '', width = 1280, height = 800} = options;
        const scale = options.scale ?? 0.5;
        const desk = new Desk();
        desk.#server = options.profile?.server ?? await serve(path.join(built, folder));
        const settings = {
            viewport: {width, height}, deviceScaleFactor: scale === 1 ? undefined : scale,
            ...options.context,
        };
        const onDisk = options.onDisk || options.profile;
        desk.#context = onDisk ? await diskContext(scale, settings, options.profile?.folder) :
            await (await browserAt(scale, options.isPrivate ?? false)).newContext(settings);
        desk.page = await desk.tab(route, options.before);
        return desk;
    }

    get context() {
        return this.#context;
    }

    get origin() {
        return this.#server.origin;
    }

    /** Another tab of the same profile; `before` runs before the page's own scripts. */
    async tab(route = '', before = async () => {}) {
        const page = await this.#context.newPage();
        page.setDefaultTimeout(patience);
        page.on('console', (message) => {
            if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
        });
        page.on('pageerror', (error) => {
            if (!browser.noise?.test(error.message)) this.problems.push(`error: ${error.message}`);
        });
        page.on('request', (request) => {
            const {protocol, origin} = new URL(request.url());
            if (protocol.startsWith('http') && origin !== this.origin)
                this.problems.push(`request to another host: ${request.url()}`);
        });
        await before(page, this);
        await page.goto(`${this.origin}/${route && `#${route}`}`);
        await drawn(page);
        return page;
    }

    /** The same desk, seen through another of its tabs. */
    through(page) {
        return Object.assign(Object.create(this), {page});
    }

    // --- finding ---------------------------------------------------------------------------------

    find(role, name, options = {}) {
        return this.page.getByRole(role, {name, exact: true, ...options});
    }

    /** Waits until this text is on the page, in view or scrolled away. */
    async sees(text) {
        await this.page.locator('#ax').getByText(text, {exact: true}).first()
            .waitFor({state: 'attached'});
    }

    async value(role, name) {
        const element = this.find(role, name);
        return role === 'textbox' ? element.inputValue() : element.innerText();
    }

    /** Where it is drawn, scrolled to if need be. */
    async box(role, name) {
        const element = this.find(role, name);
        await element.waitFor({state: 'attached'});
        for (let notch = 0; notch < 40; ++notch) {
            await this.rest();
            const box = await element.boundingBox();
            if (box && box.width > 2 && box.height > 2) return box;
            const {width, height} = this.page.viewportSize();
            await this.page.mouse.move(width * 0.6, height * 0.6);
            const below = box && box.y > height / 2;
            await this.page.mouse.wheel(0, below || !box ? 120 : -120);
        }
        throw new Error(`${role} "${name}" cannot be brought into view`);
    }

    // --- using -----------------------------------------------------------------------------------

    async click(role, name) {
        const {x, y, width, height} = await this.box(role, name);
        await this.page.mouse.click(x + width / 2, y + height / 2);
        await this.rest();
    }

    /** Replaces the text of a field, key by key, and leaves the field. */
    async type(role, name, text) {
        await this.click(role, name);
        await this.page.keyboard.press('Control+A');
        await this.page.keyboard.press('Delete');
        await this.page.keyboard.type(text);
        await this.page.keyboard.press('Tab');
        await this.rest();
    }

    async press(...keys) {
        for (const key of keys) await this.page.keyboard.press(key);
        await this.rest();
    }

    // --- waiting ---------------------------------------------------------------------------------

    async frames() {
        return Number(await this.page.locator('html').getAttribute('data-frames'));
    }

    /** Waits until the page has drawn all it had to: until `turns` frames bring nothing new. */
    async rest(turns = 4) {
        const still = await this.page.evaluate(async ([limit, turns]) => {
            const frames = () => document.documentElement.dataset.frames;
            const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
            for (let end = performance.now() + limit; performance.now() < end;) {
                const before = frames();
                for (let i = 0; i < turns; ++i) await next();
                if (frames() === before) return true;
            }
            return false;
        }, [patience, turns]);
        assert.ok(still, 'the page does not come to rest');
    }

    /** Waits until everything entered is stored. */
    async saved() {
        await this.status('Saved');
    }

    async status(text) {
        const whole = new RegExp(`^${text}$`);
        await this.page.getByRole('status').filter({hasText: whole}).first().waitFor();
    }

    // --- the world around ------------------------------------------------------------------------

    /** From now on the server has a newer version of the page. */
    publish(change) {
        this.#server.change = change;
    }

    /** The server is gone. */
    async offline() {
        await this.#server.close();
    }

    /** Goes to an address of the same origin that is not the page. */
    async leave() {
        await this.offlineReady();
        // It would answer every address with the page.
        await this.page.evaluate(async () =>
            (await navigator.serviceWorker.getRegistration()).unregister());
        await this.page.goto(`${this.origin}/style.css`);
        this.#expected.push(/404/); // of an icon, where the browser asks for one
    }

    async reload() {
        await this.page.reload();
        await drawn(this.page);
    }

    /** Waits until the service worker has everything and serves this page. */
    async offlineReady() {
        await this.page.evaluate(async () => {
            await navigator.serviceWorker.ready;
            if (!navigator.serviceWorker.controller) {
                await new Promise((resolve) => navigator.serviceWorker.addEventListener(
                    'controllerchange', resolve, {once: true}));
            }
        });
    }

    async shot(name) {
        await this.rest();
        fs.mkdirSync(shots, {recursive: true});
        await this.picture(path.join(shots, `${name}.png`));
    }

    /** What is seen; the caret is drawn on the canvas. */
    picture(file) {
        return this.page.screenshot({path: file, caret: 'initial'});
    }

    /** The name and the place of the file that the page gives when `act` is done. */
    download(act) {
        return browser.download(this.page, act);
    }

    async clipboard() {
        await this.#context.grantPermissions(browser.grants);
        return this.page.evaluate(() => navigator.clipboard.readText());
    }

    /** A session of the browser's own protocol, for what a person cannot do. */
    async protocol(page = this.page) {
        return this.#context.newCDPSession(page);
    }

    /** How many bytes the browser lets the page keep; nothing for its own measure. */
    async setQuota(quotaSize, page = this.page) {
        const protocol = await this.protocol(page);
        await protocol.send('Storage.overrideQuotaForOrigin', {origin: this.origin, quotaSize});
    }

    /** Takes away what the browser keeps for the page: "indexeddb,file_systems", … */
    async removeData(storageTypes) {
        const protocol = await this.protocol();
        await protocol.send('Storage.clearDataForOrigin', {origin: this.origin, storageTypes});
    }

    /** Waits for a problem that a test provoked; the likes of it are none from then on. */
    async expect(pattern) {
        const told = () => this.problems.some((problem) => pattern.test(problem));
        // Firefox tells of them a little later.
        for (let turn = 0; turn < 20 && !told(); ++turn) await this.rest();
        assert.ok(told(), `no problem like ${pattern}`);
        this.#expected.push(pattern);
    }

    async end() {
        await this.#context.close();
        await this.#server.close();
    }

    /** Ends the desk; a page that complained fails the test. */
    async close() {
        await this.end();
        const isExpected = (problem) => this.#expected.some((pattern) => pattern.test(problem));
        assert.deepEqual(this.problems.filter((problem) => !isExpected(problem)), []);
    }
}

/** A profile on disk whose browser may end, or be killed, and start again at the same address. */
export class Profile {
    static async make(folder) {
        const profile = new Profile();
        profile.page = folder;
        profile.folder = diskFolder();
        profile.server = await serve(path.join(built, folder));
        return profile;
    }

    async start(options = {}) {
        this.desk = await Desk.open({...options, folder: this.page, profile: this});
        return this.desk;
    }

    async stop() {
        await this.desk.context.close();
    }

    /** All its processes at once, without a word. */
    kill() {
        const gone = new Promise((resolve) => this.desk.context.once('close', resolve));
        for (const id of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
            try {
                const command = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8');
                if (command.includes(this.folder)) process.kill(Number(id), 'SIGKILL');
            } catch {
                // It has ended already.
            }
        }
        return gone;
    }

    async end() {
        await this.desk?.context.close().catch(() => {});
        await this.server.close();
    }
}

async function drawn(page) {
    await page.waitForSelector('html[data-frames]', {state: 'attached'});
}

/** Why a test that needs this is left out, or false: for the test's `skip`. */
export const lacking = (needs) => browser.lacks.includes(needs) && `${browserName} lacks ${needs}`;

/**
 * Runs a test with a desk of its own; a page that hangs fails it. Left out where the browser lacks
 * what the test `needs`. `limit` is in milliseconds.
 */
export function withDesk({needs, limit = 6 * patience, ...options}, body) {
    return async (t) => {
        const lack = lacking(needs);
        if (lack) return t.skip(lack);
        const desk = await Desk.open(options);
        let timer;
        const late = new Promise((_, reject) => {
            timer = setTimeout(() => reject(new Error('the test takes too long')), limit);
        });
        try {
            await Promise.race([body(desk), late]);
        } catch (error) {
            await desk.end();
            throw error;
        } finally {
            clearTimeout(timer);
        }
        await desk.close();
    };
}
