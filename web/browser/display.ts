// Reports the size of the canvas in CSS and device pixels, and the preferences of the user and the
// system.
import {call} from './native';

const canvas = document.querySelector<HTMLCanvasElement>('#canvas')!;
const app = document.querySelector<HTMLElement>('#app')!;

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

// In the order of the fields of Preferences in platform.hpp.
const queries = [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
    '(prefers-reduced-motion: reduce)',
    '(pointer: coarse)',
].map((query) => matchMedia(query));

export function isCoarse(): boolean {
    return queries[4].matches;
}

function reportPreferences(): void {
    const matches = [...queries.map((query) => query.matches), isMac];
    call('preferences', matches.reduce((bits, match, i) => bits | (Number(match) << i), 0));
}

function reportSize(width: number, height: number, deviceWidth: number, deviceHeight: number) {
    if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
    if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
    call('resize', width, height, deviceWidth, deviceHeight);
}

function measure(): void {
    const {width, height} = canvas.getBoundingClientRect();
    const ratio = devicePixelRatio;
    reportSize(width, height, Math.round(width * ratio), Math.round(height * ratio));
}

function observeSize(): void {
    const observer = new ResizeObserver(([entry]) => {
        const exact = entry.devicePixelContentBoxSize?.[0];
        if (!exact) return measure();
        const {width, height} = entry.contentRect;
        reportSize(width, height, exact.inlineSize, exact.blockSize);
    });
    try {
        observer.observe(canvas, {box: 'device-pixel-content-box'});
    } catch {
        // Safari reports no device pixels here, and so no changes that affect only their size.
        observer.observe(canvas);
        watchDensity();
    }
}

// The query is for the current density, so it fires once and must be replaced.
function watchDensity(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
        measure();
        watchDensity();
    }, {once: true});
}

// A phone's keyboard covers the page without resizing it, so the page makes room.
function followKeyboard(): void {
    const viewport = window.visualViewport;
    viewport?.addEventListener('resize', () => {
        const covered = isCoarse() && viewport.scale === 1 && viewport.height < innerHeight - 1;
        app.style.height = covered ? `${viewport.height}px` : '';
    });
}

export function attachDisplay(): void {
    reportPreferences();
    for (const query of queries) query.addEventListener('change', reportPreferences);
    observeSize();
    followKeyboard();
    // The compositor may have dropped the picture of a hidden page.
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden) call('wake');
    });
}
