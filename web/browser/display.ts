// Reports the size of the canvas in CSS and device pixels, and the preferences of the user and the
// system.
import {call} from './native';

const canvas = document.querySelector<HTMLCanvasElement>('#canvas')!;
const app = document.querySelector<HTMLElement>('#app')!;

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export enum Preference {
    dark = 1, highContrast = 2, forcedColors = 4, reducedMotion = 8, coarsePointer = 16, mac = 32,
}

const coarse = matchMedia('(pointer: coarse)');
const queries: [Preference, MediaQueryList][] = [
    [Preference.dark, matchMedia('(prefers-color-scheme: dark)')],
    [Preference.highContrast, matchMedia('(prefers-contrast: more)')],
    [Preference.forcedColors, matchMedia('(forced-colors: active)')],
    [Preference.reducedMotion, matchMedia('(prefers-reduced-motion: reduce)')],
    [Preference.coarsePointer, coarse],
];

export function isCoarse(): boolean {
    return coarse.matches;
}

function reportPreferences(): void {
    let bits = isMac ? Preference.mac : 0;
    for (const [bit, query] of queries) if (query.matches) bits |= bit;
    call('preferences', bits);
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
    for (const [, query] of queries) query.addEventListener('change', reportPreferences);
    observeSize();
    followKeyboard();
    // The compositor may have dropped the picture of a hidden page.
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden) call('wake');
    });
}
