// Files that the user opens in the page or downloads from it.
import {call} from './native';
import {seal, unseal} from './seal';

const largest = 500e6; // bytes; a quarter of the program's memory
const noMemory =
    'The page does not have enough memory for this file. Use the command line instead.';
const notSealed = 'The file could not be encrypted, and nothing was saved. Reload the page while ' +
    'you are online, then export again.';
const longestName = 120; // characters

/** Control, direction and invisible characters, line ends, lone surrogates, blank letters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

/** A name that is safe on every system: no path, no reserved or invisible characters. */
export function cleanName(name: string): string {
    const last = name.normalize('NFC').split(/[/\\]/).pop()!;
    const clean = last.replace(unseen, '')
        .replace(/[:*?"<>|]/g, '-').replace(/^[.\s]+|[.\s]+$/g, '');
    const dot = clean.lastIndexOf('.');
    const ending = dot > 0 ? clean.slice(dot).slice(0, 16) : '';
    const stem = dot > 0 ? clean.slice(0, dot) : clean;
    return ([...stem].slice(0, longestName - ending.length).join('') || 'file') + ending;
}

/** Converts UTF-16, which spreadsheets write, to UTF-8, and removes a byte order mark. */
function toUtf8(bytes: Uint8Array): Uint8Array {
    const starts = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte);
    if (starts(0xef, 0xbb, 0xbf)) return bytes.subarray(3);
    const encoding = starts(0xff, 0xfe) ? 'utf-16le' : starts(0xfe, 0xff) ? 'utf-16be' : '';
    return encoding ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)) : bytes;
}

async function read(file: File, raw: boolean): Promise<{bytes: Uint8Array; problem: string}> {
    const nothing = new Uint8Array();
    if (file.size > largest)
        return {bytes: nothing, problem: 'The file is larger than 500 MB, the limit of the page. ' +
            'Use the command line instead.'};
    try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return {bytes: raw ? bytes : toUtf8(bytes), problem: ''};
    } catch {
        return {bytes: nothing, problem: 'The browser could not read the file.'};
    }
}

async function deliver(files: Iterable<File>, picked: boolean, raw: boolean): Promise<void> {
    const given = [...files];
    if (given.length === 0) return;
    const contents = await Promise.all(given.map((file) => read(file, raw)));
    contents.forEach(({bytes, problem}, i) => {
        const name = cleanName(given[i].name);
        try {
            call('file', name, bytes, bytes.length, problem);
        } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            call('file', name, new Uint8Array(), 0, noMemory);
        }
    });
    call('files_done', picked);
}

/** Passes on a file of the page itself as if it had been dropped; without one, a problem. */
export async function deliverFile(name: string, content: Blob | undefined): Promise<void> {
    if (content) return deliver([new File([content], name)], false, false);
    call('file', cleanName(name), new Uint8Array(), 0, 'The browser could not read the file.');
    call('files_done', false);
}

/** `raw` leaves the bytes unchanged; otherwise, text is converted to UTF-8. */
export function pickFiles(accept: string, several: boolean, raw: boolean): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = several;
    input.addEventListener('change', () => deliver(input.files ?? [], true, raw));
    input.click();
}

/** Passes on the content of an encrypted file as if dropped, or the file itself and a problem. */
export async function unsealFile(name: string, bytes: Uint8Array,
                                 passphrase: string): Promise<void> {
    const content = await unseal(bytes, passphrase).catch(() => undefined);
    if (content)
        return deliver([new File([content as BlobPart], name.replace(/\.age$/, ''))], false, false);
    call('file', name, bytes, bytes.length,
         'The passphrase is wrong, or the file is damaged.');
    call('files_done', false);
}

/** With a passphrase, the file is encrypted and named accordingly. */
export async function download(name: string, type: string, bytes: Uint8Array,
                               passphrase: string): Promise<void> {
    if (!passphrase) return save(name, type, bytes as BlobPart);
    const sealed = await seal(bytes, passphrase).catch(() => undefined);
    if (sealed) return save(`${name}.age`, 'application/octet-stream', sealed as BlobPart);
    call('file', name, new Uint8Array(), 0, notSealed);
    call('files_done', false);
}

export function save(name: string, type: string, bytes: BlobPart): void {
    const link = document.createElement('a');
    link.download = cleanName(name);
    link.href = URL.createObjectURL(new Blob([bytes], {type}));
    link.click();
    // The download must have started before its address is revoked.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function attachFiles(): void {
    const root = document.documentElement;
    const mark = (over: boolean) => root.classList.toggle('drop', over);
    document.addEventListener('dragover', (event) => {
        event.preventDefault();
        mark(event.dataTransfer?.types.includes('Files') ?? false);
    });
    document.addEventListener('dragleave', (event) => {
        if (!event.relatedTarget) mark(false);
    });
    // Otherwise, the browser would leave the page and show the file.
    document.addEventListener('drop', (event) => {
        event.preventDefault();
        mark(false);
        void deliver(event.dataTransfer?.files ?? [], false, false);
    });
}
