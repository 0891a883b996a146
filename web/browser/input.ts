// Pointer, wheel and keys on the canvas, and touch gestures.
import {isMac} from './display';
import {canvas, focusCanvas, focusedField, hasKeyboard, isNative, mirrorRoot} from './focus';
import {call} from './native';

export enum Pointer { moved, pressed, released, left }
const sources = ['mouse', 'touch', 'pen'];
// Dear ImGui's order is left, right, middle; that of browsers is left, middle, right.
const buttons = [0, 2, 1];

function place(event: {clientX: number; clientY: number}): [number, number] {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
}

function report(kind: Pointer, event: PointerEvent): void {
    const button = buttons[event.button] ?? -1;
    const source = Math.max(sources.indexOf(event.pointerType), 0);
    call('pointer', kind, ...place(event), button, source);
}

function onPress(event: PointerEvent): void {
    if (event.button > 2) return;
    canvas.setPointerCapture(event.pointerId);
    report(Pointer.pressed, event);
}

function onRelease(event: PointerEvent): void {
    if (event.button <= 2) report(Pointer.released, event);
}

// --- fingers -------------------------------------------------------------------------------------

const slack = 8; // CSS pixels that a finger may move in a tap
const longPress = 500; // milliseconds
const fingers = new Map<number, {x: number; y: number}>();
let dragging = false;
let pressTimer = 0;

function click(event: PointerEvent, button: number): void {
    const [x, y] = place(event);
    call('pointer', Pointer.pressed, x, y, button, 1);
    call('pointer', Pointer.released, x, y, button, 1);
    // A lifted finger no longer hovers over anything.
    call('pointer', Pointer.left, 0, 0, -1, 1);
    // Phones show their keyboard only for a field that is focused during the gesture.
    call('draw_at_once');
}

function onFingerDown(event: PointerEvent): void {
    const field = focusedField();
    if (field && isNative(field)) focusCanvas();
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    dragging = fingers.size > 1;
    clearTimeout(pressTimer);
    pressTimer = window.setTimeout(() => {
        dragging = true;
        click(event, 1);
    }, longPress);
}

function onFingerMove(event: PointerEvent): void {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const x = event.clientX - last.x;
    const y = event.clientY - last.y;
    if (!dragging && Math.hypot(x, y) < slack) return;
    dragging = true;
    clearTimeout(pressTimer);
    fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    call('pointer', Pointer.moved, ...place(event), -1, 1);
    // Two fingers move the content only once.
    call('drag', x / fingers.size, y / fingers.size);
}

function onFingerUp(event: PointerEvent, given: boolean): void {
    clearTimeout(pressTimer);
    if (!fingers.delete(event.pointerId)) return;
    if (given && !dragging) click(event, 0);
    else call('pointer', Pointer.left, 0, 0, -1, 1);
    if (fingers.size === 0) dragging = false;
}

// --- wheel ---------------------------------------------------------------------------------------

const notches = [1 / 100, 1 / 3, 10]; // per pixel, line and page

function onWheel(event: WheelEvent): void {
    if (event.ctrlKey) return; // leave zooming to the browser
    event.preventDefault();
    const scale = -notches[event.deltaMode];
    // With Shift, both some browsers and Dear ImGui turn the wheel sideways; do it only once.
    const turned = event.shiftKey && event.deltaY === 0;
    call('wheel', turned ? 0 : event.deltaX * scale,
         (turned ? event.deltaX : event.deltaY) * scale);
}

// --- keys ----------------------------------------------------------------------------------------

function isText(event: KeyboardEvent, altGraph: boolean): boolean {
    if ([...event.key].length !== 1) return false;
    if (altGraph) return true;
    return !event.ctrlKey && !event.metaKey && (isMac || !event.altKey);
}

function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229 || event.key === 'Dead') return;
    const field = focusedField();
    if (field && isNative(field)) return onNativeKey(event, field);
    const down = event.type === 'keydown';
    // On Windows, AltGr is reported as Ctrl+Alt, but it types characters.
    const altGraph = event.getModifierState('AltGraph') ||
        (!isMac && event.ctrlKey && event.altKey && [...event.key].length === 1);
    const modifiers = altGraph ? Number(event.shiftKey) * 2 :
        Number(event.ctrlKey) | Number(event.shiftKey) << 1 | Number(event.altKey) << 2 |
        Number(event.metaKey) << 3;
    const how = down ? 1 + Number(event.repeat) : 0;
    const kept = call('key', how, event.code, event.key, modifiers, field !== undefined);
    if (kept) event.preventDefault();
    // A field's own events report its text; the canvas has only keys.
    if (down && !field && isText(event, altGraph)) {
        event.preventDefault();
        call('text', event.key);
    }
    if (!down && (event.key === 'Control' || event.key === 'Meta')) call('release_keys');
}

function onNativeKey(event: KeyboardEvent, field: HTMLElement): void {
    const done = event.key === 'Escape' || event.key === 'Tab' ||
        (event.key === 'Enter' && field instanceof HTMLInputElement);
    if (event.type !== 'keydown' || !done) return;
    event.preventDefault();
    focusCanvas();
}

export function setCursor(name: string): void {
    canvas.style.cursor = name;
}

export function attachInput(): void {
    const on = (type: string, finger: (event: PointerEvent) => void,
                other: (event: PointerEvent) => void) =>
        canvas.addEventListener(type, (event) => {
            const pointer = event as PointerEvent;
            (pointer.pointerType === 'touch' ? finger : other)(pointer);
        });
    on('pointerdown', onFingerDown, onPress);
    on('pointermove', onFingerMove, (event) => report(Pointer.moved, event));
    on('pointerup', (event) => onFingerUp(event, true), onRelease);
    on('pointercancel', (event) => onFingerUp(event, false), (event) => {
        report(Pointer.released, event);
        report(Pointer.left, event);
    });
    on('pointerleave', () => {}, (event) => report(Pointer.left, event));
    // Dear ImGui decides where the keyboard is; a press elsewhere moves it in the next frame.
    canvas.addEventListener('mousedown', (event) => {
        event.preventDefault();
        if (!hasKeyboard()) focusCanvas();
    });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    canvas.addEventListener('wheel', onWheel, {passive: false});
    for (const target of [canvas, mirrorRoot]) {
        target.addEventListener('keydown', onKey);
        target.addEventListener('keyup', onKey);
    }
}
