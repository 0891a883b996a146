// The mirror: one real but invisible element over each accessible item on the canvas, which lets
// the pointer through. Screen readers and tests see the page through it.
import {focusCanvas, mirrorRoot, type Field} from './focus';
import {roleName} from './native';

// In the order of the bits in web/browser/mirror.cpp.
const enum Flag {
    disabled = 1, checked = 2, selected = 4, expanded = 8, hasExpanded = 16, required = 32,
    invalid = 64, readonly = 128, multiline = 256, modal = 512, checkable = 1024, pressable = 2048,
}

/** Roles that get their name from their content; all others use aria-label. */
const namedByContent = new Set(['heading', 'text', 'status', 'alert', 'cell', 'columnheader',
                                'listitem']);
/** Roles that have a value in addition to their name. */
const valued = new Set(['combobox', 'image', 'progressbar', 'link', 'button', 'option', 'group']);

interface Entry {
    element: HTMLElement;
    role: string;
    multiline: boolean;
    hash: number;
    x: number;
    y: number;
    box: string;
    value: string;
}

const entries = new Map<number, Entry>();
const roles: string[] = [];

export function idOf(element: HTMLElement): number {
    return Number(element.id.slice(2)) || 0;
}

export function fieldOf(id: number): Field | undefined {
    const entry = entries.get(id);
    return entry?.role === 'textbox' ? entry.element as Field : undefined;
}

/** Removes what a composition left in a field; the program's text is authoritative. */
export function restoreValue(field: Field): void {
    field.value = entries.get(idOf(field))?.value ?? '';
}

export function setAttribute(element: Element, name: string, value: string | undefined): void {
    if (value === undefined) {
        if (element.hasAttribute(name)) element.removeAttribute(name);
    } else if (element.getAttribute(name) !== value) {
        element.setAttribute(name, value);
    }
}

// --- reading the packed nodes --------------------------------------------------------------------

/** A node's fixed part; its texts are read only if its hash has changed. */
interface Head {
    id: number;
    parent: number;
    hash: number;
    role: string;
    level: number;
    flags: number;
    x0: number;
    y0: number;
    x1: number;
    y1: number;
    numbers: number[];
    textsAt: number;
}

const fixedSize = 48;
const textCount = 7;
const decoder = new TextDecoder();

function readHead(view: DataView, at: number): Head {
    const u32 = (offset: number) => view.getUint32(at + offset, true);
    const f32 = (offset: number) => Math.round(view.getFloat32(at + offset, true) * 64) / 64;
    const role = view.getUint8(at + 12);
    return {
        id: u32(0), parent: u32(4), hash: u32(8),
        role: roles[role] ??= roleName(role),
        level: view.getUint8(at + 13),
        flags: view.getUint16(at + 14, true),
        x0: f32(16), y0: f32(20), x1: f32(24), y1: f32(28),
        numbers: [32, 36, 40, 44].map((offset) => view.getInt32(at + offset, true)),
        textsAt: at + fixedSize,
    };
}

function skipTexts(view: DataView, at: number): number {
    for (let i = 0; i < textCount; ++i) at += 4 + Math.ceil(view.getUint32(at, true) / 4) * 4;
    return at;
}

function readTexts(view: DataView, at: number): string[] {
    const texts: string[] = [];
    for (let i = 0; i < textCount; ++i) {
        const size = view.getUint32(at, true);
        const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 4, size);
        texts.push(decoder.decode(bytes));
        at += 4 + Math.ceil(size / 4) * 4;
    }
    return texts;
}

// --- elements ------------------------------------------------------------------------------------

function createElement(head: Head): HTMLElement {
    if (head.role !== 'textbox') {
        const element = document.createElement('div');
        if (head.role && head.role !== 'text') element.setAttribute('role', head.role);
        // The announcer below speaks for these, at a pace that people can follow.
        if (head.role === 'status' || head.role === 'alert')
            element.setAttribute('aria-live', 'off');
        return element;
    }
    const field = document.createElement(head.flags & Flag.multiline ? 'textarea' : 'input');
    field.autocomplete = 'off';
    field.spellcheck = false;
    field.setAttribute('autocapitalize', 'off');
    field.setAttribute('enterkeyhint', 'done');
    return field;
}

function entryFor(head: Head): Entry {
    const multiline = (head.flags & Flag.multiline) !== 0;
    const known = entries.get(head.id);
    if (known && known.role === head.role && known.multiline === multiline) return known;
    if (known) remove(head.id, known);
    const element = createElement(head);
    element.id = `ax${head.id}`;
    const entry: Entry = {
        element, role: head.role, multiline, hash: -1, x: 0, y: 0, box: '', value: '',
    };
    entries.set(head.id, entry);
    return entry;
}

function remove(id: number, entry: Entry): void {
    if (entry.element.contains(document.activeElement)) focusCanvas();
    entry.element.remove();
    entries.delete(id);
}

/** The element's own text, without its child elements. */
function setContent(element: HTMLElement, content: string): void {
    const first = element.firstChild;
    if (first instanceof Text) {
        if (first.data !== content) first.data = content;
    } else if (content) {
        element.insertBefore(document.createTextNode(content), first);
    }
}

function setFlags(element: Element, flags: number): void {
    const set = (attribute: string, on: boolean, value: boolean) =>
        setAttribute(element, attribute, on ? String(value) : undefined);
    const has = (flag: Flag) => (flags & flag) !== 0;
    const role = element.getAttribute('role');
    const current = role === 'link' ? 'page' : role === 'listitem' ? 'step' : undefined;
    const selectable = role === 'tab' || role === 'option' || (!current && has(Flag.selected));
    set('aria-disabled', has(Flag.disabled), true);
    set('aria-checked', has(Flag.checkable), has(Flag.checked));
    set('aria-selected', selectable, has(Flag.selected));
    setAttribute(element, 'aria-current', has(Flag.selected) ? current : undefined);
    set('aria-expanded', has(Flag.hasExpanded), has(Flag.expanded));
    set('aria-required', has(Flag.required), true);
    set('aria-invalid', has(Flag.invalid), true);
    set('aria-readonly', has(Flag.readonly), true);
    set('aria-modal', has(Flag.modal), true);
}

function setNumbers(element: Element, head: Head): void {
    const [row, column, rows, columns] = head.numbers;
    const set = (attribute: string, number: number) =>
        setAttribute(element, attribute, number < 0 ? undefined : String(number));
    set('aria-rowindex', row < 0 ? row : row + 1);
    set('aria-colindex', column < 0 ? column : column + 1);
    set('aria-rowcount', rows);
    set('aria-colcount', columns);
    setAttribute(element, 'aria-level', head.level > 0 ? String(head.level) : undefined);
}

function setField(entry: Entry, value: string, inputMode: string, placeholder: string,
                  readonly: boolean): void {
    const field = entry.element as Field;
    if (field.placeholder !== placeholder) field.placeholder = placeholder;
    entry.value = value;
    field.readOnly = readonly;
    if (field.inputMode !== inputMode) field.inputMode = inputMode;
    const edited = field.classList.contains('native');
    if (!edited && field.value !== value) field.value = value;
}

function fill(entry: Entry, head: Head, texts: string[]): void {
    const [name, value, description, key, shortcut, inputMode, placeholder] = texts;
    const {element, role} = entry;
    const byContent = namedByContent.has(role);
    setAttribute(element, 'aria-label', byContent || !name ? undefined : name);
    setAttribute(element, 'aria-description', description || undefined);
    setAttribute(element, 'aria-keyshortcuts', shortcut || undefined);
    setAttribute(element, 'data-key', key || undefined);
    // Focusable for tools; Dear ImGui handles the Tab key.
    setAttribute(element, 'tabindex', head.flags & Flag.pressable ? '-1' : undefined);
    setFlags(element, head.flags);
    setNumbers(element, head);
    if (role === 'textbox')
        return setField(entry, value, inputMode, placeholder, (head.flags & Flag.readonly) !== 0);
    if (role === 'progressbar') setAttribute(element, 'aria-valuetext', value || undefined);
    const content = byContent ? [name, value].filter(Boolean).join(' ') :
        valued.has(role) ? value : '';
    const told = entry.value;
    entry.value = content;
    setContent(element, content);
    if (content !== told && (role === 'status' || role === 'alert'))
        announce(content, role === 'alert');
}

// --- the tree ------------------------------------------------------------------------------------

function place(entry: Entry, head: Head): void {
    const parent = entries.get(head.parent);
    entry.x = head.x0;
    entry.y = head.y0;
    // Relative to the parent, so that moving a group changes only one element.
    const left = head.x0 - (parent?.x ?? 0);
    const top = head.y0 - (parent?.y ?? 0);
    const box = `${left} ${top} ${head.x1 - head.x0} ${head.y1 - head.y0}`;
    if (entry.box === box) return;
    entry.box = box;
    const {style} = entry.element;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${head.x1 - head.x0}px`;
    style.height = `${head.y1 - head.y0}px`;
}

/** Puts elements in reading order without moving those already in place. */
class Order {
    /** The last element placed in each parent. Those after it may still move or be removed. */
    private readonly last = new Map<Element, Element>();

    put(element: Element, parent: Element): void {
        const last = this.last.get(parent);
        const due = last?.parentElement === parent ? last.nextElementSibling :
            parent.firstElementChild;
        if (due !== element) parent.insertBefore(element, due);
        this.last.set(parent, element);
    }
}

/** Updates the mirror to match the packed nodes. */
export function synchronize(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const heads: Head[] = [];
    for (let at = 4; at < bytes.byteLength;) {
        const head = readHead(view, at);
        heads.push(head);
        at = skipTexts(view, head.textsAt);
    }
    const present = new Set(heads.map((head) => head.id));
    for (const [id, entry] of entries) if (!present.has(id)) remove(id, entry);
    const order = new Order();
    for (const head of heads) {
        const entry = entryFor(head);
        place(entry, head);
        if (entry.hash !== head.hash) {
            entry.hash = head.hash;
            fill(entry, head, readTexts(view, head.textsAt));
        }
        // Last, so that a new element is complete when it appears.
        order.put(entry.element, entries.get(head.parent)?.element ?? mirrorRoot);
    }
}

// --- announcements -------------------------------------------------------------------------------

const pause = 1000; // milliseconds between two announcements
const waiting = new Map<string, string>();
let pausing = false;

/** Announces a text to screen readers, at most once a second; of several, the last one. */
function announce(text: string, urgent: boolean): void {
    waiting.set(urgent ? 'announce-now' : 'announce', text);
    if (pausing) return;
    for (const [region, content] of waiting)
        document.getElementById(region)!.textContent = content;
    waiting.clear();
    pausing = true;
    setTimeout(() => {
        pausing = false;
        const [last] = waiting;
        if (last) announce(last[1], last[0] === 'announce-now');
    }, pause);
}
