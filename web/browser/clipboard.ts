// The system clipboard, through the browser's copy, cut and paste events, which need no permission.
import {canvas, focusedField, isNative} from './focus';
import {call} from './native';

const largest = 1 << 20; // characters

let offered: string | undefined;

/** Called by Dear ImGui while it handles a copy or cut event. */
export function setClipboardData(text: string): void {
    offered = text;
}

function isOurs(): boolean {
    const field = focusedField();
    return field ? !isNative(field) : document.activeElement === canvas;
}

/** Rows of cells as HTML, for mail programs and word processors; nothing for other text. */
function tableOf(text: string): string | undefined {
    if (!text.includes('\t')) return undefined;
    const table = document.createElement('table');
    for (const line of text.trimEnd().split('\n')) {
        const row = table.insertRow();
        for (const cell of line.split('\t')) row.insertCell().textContent = cell;
    }
    return table.outerHTML;
}

function fill(data: DataTransfer | null, text: string): void {
    data?.setData('text/plain', text);
    const table = tableOf(text);
    if (table) data?.setData('text/html', table);
}

function onCopy(event: ClipboardEvent): void {
    if (!isOurs()) return;
    offered = undefined;
    call('copy', event.type === 'cut');
    if (offered === undefined) return;
    fill(event.clipboardData, offered);
    event.preventDefault();
}

/** Cleans text from outside: LF line ends, no control characters, limited length. */
export function cleanText(text: string): string {
    return text.slice(0, largest).replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

function onPaste(event: ClipboardEvent): void {
    if (!isOurs()) return;
    event.preventDefault();
    const text = cleanText(event.clipboardData?.getData('text/plain') ?? '');
    if (text) call('paste', text);
}

function copyThroughEvent(text: string): void {
    const answer = (event: ClipboardEvent) => {
        fill(event.clipboardData, text);
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    addEventListener('copy', answer, {capture: true});
    document.execCommand('copy');
    removeEventListener('copy', answer, {capture: true});
}

/** Copy from a menu. The modern API may ask for permission; the old one never does. */
export function copy(text: string): void {
    if (!navigator.clipboard) return copyThroughEvent(text);
    navigator.clipboard.writeText(text).catch(() => copyThroughEvent(text));
}

export function attachClipboard(): void {
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
}
