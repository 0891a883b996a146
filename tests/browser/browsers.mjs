// The browsers the page is tested in: how each is started, and what its tests cannot ask of it.
import {spawn} from 'node:child_process';
import {on, once} from 'node:events';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const playwright = createRequire(path.join(root, '.deps/npm/'))('playwright-core');

// Pages that the browser loads for itself beside each window took half of what a test takes.
const unused = [
    'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup',
    'SpareRendererForSitePerProcess',
    // Chromium obeys the last list alone, so this repeats the one of Playwright.
    'AvoidUnnecessaryBeforeUnloadCheckSync', 'BoundaryEventDispatchTracksNodeRemoval',
    'DestroyProfileOnBrowserClose', 'DialMediaRouteProvider', 'GlobalMediaControls',
    'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning',
    'Translate', 'AutoDeElevate', 'RenderDocument', 'OptimizationHints',
];

const chromiumFlags = [
    '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-gpu-compositing',
    // A page of a test lives for seconds: to optimize its program takes longer than it saves.
    '--js-flags=--liftoff-only', `--disable-features=${unused}`,
];

// Without a window of its own, Chromium starts and opens a page in half the time.
const chromiums = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const firefoxes = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const first = (files) => files.find((file) => fs.existsSync(file));
const received = path.join(os.tmpdir(), `cppo-desk-received-${process.pid}`);

/** Does `act` and waits for the file that it brings into the folder. */
async function newFile(folder, act) {
    fs.mkdirSync(folder, {recursive: true});
    const before = fs.readdirSync(folder);
    const watcher = fs.watch(folder);
    const changes = on(watcher, 'change', {signal: AbortSignal.timeout(30_000)});
    try {
        await act();
        for (;;) {
            const files = fs.readdirSync(folder);
            const name = files.find((file) => !before.includes(file));
            const file = path.join(folder, name ?? '');
            const finished = name && !files.some((other) => other.endsWith('.part'));
            if (finished && fs.statSync(file).size > 0) return {name, file};
            await changes.next();
        }
    } finally {
        watcher.close();
    }
}

export const browsers = {
    chromium: {
        type: playwright.chromium,
        lacks: [],
        grants: ['clipboard-read'],
        async download(page, act) {
            const [download] = await Promise.all([page.waitForEvent('download'), act()]);
            return {name: download.suggestedFilename(), file: await download.path()};
        },
        // Every profile that is not on disk is one of private windows.
        launching: (scale) => ({
            executablePath: first(chromiums),
            args: [...chromiumFlags, `--force-device-scale-factor=${scale}`],
        }),
    },
    // The system's own Firefox, by WebDriver BiDi. It draws only in a window; see openScreen().
    firefox: {
        type: playwright.firefox,
        windowed: true,
        // One scale is enough: each is a start of the browser. What Chromium has walked in full is
        // walked once more here, with one pair of hands and in one width; CPPO_WHOLE=1 walks all.
        // Two tabs and the picker work, and now and then come too late: see tests/README.md.
        lacks: ['protocol', 'touch', 'media', 'scales', 'tabs', 'picker',
                ...process.env.CPPO_WHOLE ? [] : ['repeats']],
        grants: [],
        // Playwright adds an empty style for every screenshot, and the page's policy refuses it.
        noise: /sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/,
        // Playwright does not tell of a download that a link began.
        download: (page, act) => newFile(received, act),
        close: () => fs.rmSync(received, {recursive: true, force: true}),
        launching: (scale, isPrivate) => ({
            channel: 'moz-firefox',
            executablePath: first(firefoxes),
            headless: false,
            downloadsPath: received,
            firefoxUserPrefs: {
                'layout.css.devPixelsPerPx': String(scale),
                'browser.privatebrowsing.autostart': isPrivate,
            },
            env: {...process.env, LIBGL_ALWAYS_SOFTWARE: '1'},
        }),
    },
};

/** Opens a screen that nobody sees, for browsers with windows, and gives the way to close it. */
export async function openScreen() {
    const settings = ['-displayfd', '3', '-screen', '0', '3200x2400x24', '-nolisten', 'tcp'];
    const screen = spawn('Xvfb', settings, {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
    const [number] = await once(screen.stdio[3], 'data');
    process.env.DISPLAY = `:${String(number).trim()}`;
    return () => screen.kill();
}
