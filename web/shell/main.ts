// Puts the page together: what the program calls, and the browser's events it is told of.
import {attachAgent, followFocus} from './agent';
import {attachClipboard, copy, setClipboardData} from './clipboard';
import {attachDisplay} from './display';
import {attachFiles, download, pickFiles, unsealFile} from './files';
import {attachFocus, canvas} from './focus';
import {attachInput, setCursor} from './input';
import {synchronize} from './mirror';
import {attachNative, textForNative, type Bridge} from './native';
import {attachPanel, crash, setRescue, showProblem} from './panel';
import {print} from './print';
import {attachRoute, route, setRoute, today} from './route';
import {stamp} from './stamp';
import {Storage} from './storage';
import {applyUpdate, attachUpdates} from './update';

const patience = 10_000; // milliseconds to the first picture
const storage = new Storage();
const messages: string[] = [];

const slow = setTimeout(() => {
    const note = document.querySelector('#skeleton [role="status"]');
    if (note) note.textContent = 'This takes longer than usual. You can wait, or load it again.';
}, patience);

function frameDrawn(count: number): void {
    // For tests and the curious: a page at rest draws nothing.
    document.documentElement.dataset.frames = String(count);
    if (count > 1) return;
    clearTimeout(slow);
    document.querySelector('#skeleton')?.remove();
    void attachUpdates(() => storage.isSettled());
}

/** Called from C++, by web/platform/*.cpp. */
const shell = {
    attach(bridge: Bridge): void {
        attachNative(bridge);
        attachFocus();
        attachInput();
        attachAgent();
        attachClipboard();
        attachFiles();
        attachRoute();
        attachDisplay();
    },
    frameDrawn,
    setCursor,
    mirror: synchronize,
    focus: followFocus,
    copy,
    setClipboardData,
    routeText: () => textForNative(route()),
    setRoute,
    stamp,
    setTitle(title: string): void {
        if (document.title === title) return;
        document.title = title;
        canvas.setAttribute('aria-label', title);
    },
    todayText: () => textForNative(today()),
    pickFiles,
    download,
    unsealFile,
    print,
    showProblem,
    applyUpdate: () => void storage.settled().then((stored) => {
        if (stored) applyUpdate();
    }),
    storage,
};

function keepMessage(text: string): void {
    messages.push(text);
    console.error(text);
}

attachPanel();
setRescue(() => storage.rescue());

// Emscripten's script finds this and takes its settings from it.
(globalThis as {Module?: object}).Module = {
    shell,
    canvas,
    print: keepMessage,
    printErr: keepMessage,
    onAbort: (reason: unknown) => crash([...messages.slice(-5), String(reason)].join('\n')),
};

document.querySelector('#program')?.addEventListener('error', () =>
    crash('page.js could not be loaded.'));
