// Files the person gives the page and the page gives the person.
import {call} from './native';
import {seal, unseal} from './seal';

const largest = 500e6; // bytes; the program's memory ends at four times as much
const noMemory = 'The page has not enough memory for the file; the command line reads larger ones.';
const notSealed = 'The file could not be sealed, and nothing was saved. Load the page again, ' +
    'with its server there, and export once more.';
const longestName = 120; // characters

/** Controls, what turns the writing or is not seen, line ends, halves of pairs, empty letters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

/** A name that is safe on every system: no path, no reserved characters, all of it to be seen. */
export function cleanName(name: string): string {
    const last = name.normalize('NFC').split(/[/\\]/).pop()!;
    const clean = last.replace(unseen, '')
        .replace(/[:*?"<>|]/g, '-').replace(/^[.\s]+|[.\s]+$/g, '');
    const dot = clean.lastIndexOf('.');
    const ending = dot > 0 ? clean.slice(dot).slice(0, 16) : '';
    const stem = dot > 0 ? clean.slice(0, dot) : clean;
    return ([...stem].slice(0, longestName - ending.length).join('') || 'file') + ending;
}

/** UTF-16, which spreadsheets write, becomes UTF-8; a mark at the start goes. */
function toUtf8(bytes: Uint8Array): Uint8Array {
    const starts = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte);
    if (starts(0xef, 0xbb, 0xbf)) return bytes.subarray(3);
    const encoding = starts(0xff, 0xfe) ? 'utf-16le' : starts(0xfe, 0xff) ? 'utf-16be' : '';
    return encoding ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)) : bytes;
}

async function read(file: File, raw: boolean): Promise<{bytes: Uint8Array; problem: string}> {
    const nothing = new Uint8Array();
    if (file.size > largest)
        return {bytes: nothing, problem: 'The file is larger than 500 MB, the most a page reads; ' +
            'the command line reads larger ones.'};
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

/** Hands over a file of the page's own as if the person had dropped it; none cannot be read. */
export async function deliverFile(name: string, content: Blob | undefined): Promise<void> {
    if (content) return deliver([new File([content], name)], false, false);
    call('file', cleanName(name), new Uint8Array(), 0, 'The browser could not read the file.');
    call('files_done', false);
}

/** `raw` gives the bytes as they are, otherwise text becomes UTF-8. */
export function pickFiles(accept: string, several: boolean, raw: boolean): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = several;
    input.addEventListener('change', () => deliver(input.files ?? [], true, raw));
    input.click();
}

/** Hands over what is in a sealed file as if it had been dropped, or the file that stays shut. */
export async function unsealFile(name: string, bytes: Uint8Array,
                                 passphrase: string): Promise<void> {
    const content = await unseal(bytes, passphrase).catch(() => undefined);
    if (content)
        return deliver([new File([content as BlobPart], name.replace(/\.age$/, ''))], false, false);
    call('file', name, bytes, bytes.length,
         'This passphrase does not open the file, or the file is damaged.');
    call('files_done', false);
}

/** With a passphrase the file is sealed, and named so. */
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
    // The browser has to have begun before the address may go.
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
    // Without this the browser would leave the page and show the file.
    document.addEventListener('drop', (event) => {
        event.preventDefault();
        mark(false);
        void deliver(event.dataTransfer?.files ?? [], false, false);
    });
}
