// Connects the page: the functions the program calls, and the browser events passed to it.
import {attachAgent, followFocus} from '../browser/agent';
import {attachClipboard, copy, setClipboardData} from '../browser/clipboard';
import {attachDisplay} from '../browser/display';
import {attachFiles, download, pickFiles, unsealFile} from '../browser/files';
import {attachFocus, canvas} from '../browser/focus';
import {attachInput, setCursor} from '../browser/input';
import {synchronize} from '../browser/mirror';
import {attachNative, textForNative, type Bridge} from '../browser/native';
import {attachPanel, crash, setRescue, showProblem} from '../browser/panel';
import {print} from '../browser/print';
import {attachRoute, route, setRoute, today} from '../browser/route';
import {stamp} from '../browser/stamp';
import {checkContract} from '../keeper/contract';
import {Storage} from '../keeper/storage';
import {applyUpdate, attachUpdates} from './update';

const patience = 10_000; // milliseconds to the first picture
const storage = new Storage();
const messages: string[] = [];

const slow = setTimeout(() => {
    const note = document.querySelector('#skeleton [role="status"]');
    if (note) note.textContent = 'This is taking longer than usual. Wait, or reload the page.';
}, patience);

function frameDrawn(count: number): void {
    // For tests and the curious: a page at rest draws nothing.
    document.documentElement.dataset.frames = String(count);
    if (count > 1) return;
    clearTimeout(slow);
    document.querySelector('#skeleton')?.remove();
    void attachUpdates(() => storage.isSettled());
}

/** Called from C++, by web/browser/*.cpp. */
const shell = {
    attach(bridge: Bridge): void {
        attachNative(bridge);
        checkContract();
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
