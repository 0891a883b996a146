// The person's auto-saved file, in browsers that let a page write one. The browser remembers the
// file. In every visit the person is asked for permission to write it and, if it is encrypted, for
// its passphrase, which is not stored.
import {seal, unseal} from '../browser/seal';
import type {OwnFile} from './store';

// Not in TypeScript's library: only some browsers have them.
interface Permitted extends FileSystemFileHandle {
    queryPermission(way: {mode: 'readwrite'}): Promise<PermissionState>;
    requestPermission(way: {mode: 'readwrite'}): Promise<PermissionState>;
}
type Picker = (options: object) => Promise<Permitted>;
declare const showSaveFilePicker: Picker | undefined;

export enum FileState { impossible, none, kept, asks, locked, refused, failed }

const way = {mode: 'readwrite'} as const;
const pause = 1000; // milliseconds; many changes in a row are written once

const plainType = {description: 'Records', accept: {'application/json': ['.json']}};
const sealedType = {
    description: 'Encrypted records', accept: {'application/octet-stream': ['.age']},
};

async function bytesOf(blob: Blob): Promise<Uint8Array> {
    return new Uint8Array(await blob.arrayBuffer());
}

/** Where and how to write. An encrypted file is not written without its passphrase. */
interface Target extends OwnFile {
    readonly handle: Permitted;
    readonly passphrase: string;
}

function isLocked({sealed, passphrase}: Target): boolean {
    return sealed && passphrase === '';
}

/** A missing or empty file accepts any passphrase; one that cannot be read is left alone. */
async function isOpenedBy({handle}: Target, passphrase: string): Promise<boolean> {
    try {
        const bytes = await bytesOf(await handle.getFile());
        return bytes.length === 0 || await unseal(bytes, passphrase).then(() => true);
    } catch (error) {
        return error instanceof DOMException && error.name === 'NotFoundError';
    }
}

export class KeptFile {
    state = FileState.none;
    private file?: Target;
    private timer = 0;
    private writing: Promise<void> = Promise.resolve();
    private waits = false; // a write that has not begun

    /** `content` gives what the file is to hold; `changed` is called with every new state. */
    constructor(private readonly content: () => Blob, private readonly changed: () => void) {
        if (typeof showSaveFilePicker === 'undefined') this.state = FileState.impossible;
    }

    get name(): string {
        return this.file?.handle.name ?? '';
    }

    /** Goes on with the file of an earlier visit. */
    async resume(kept: OwnFile | undefined): Promise<void> {
        if (!kept || this.state === FileState.impossible) return;
        const handle = kept.handle as Permitted;
        this.file = {handle, sealed: kept.sealed, passphrase: ''};
        if (await handle.queryPermission(way) === 'granted') await this.goOn();
        else this.become(FileState.asks);
    }

    /**
     * Lets the person choose a file; returns nothing if they cancel. With a passphrase the file is
     * encrypted. Must be called while a click is handled.
     */
    async choose(passphrase: string): Promise<OwnFile | undefined> {
        const sealed = passphrase !== '';
        let handle: Permitted;
        try {
            handle = await showSaveFilePicker!({
                suggestedName: sealed ? 'cppo-desk.json.age' : 'cppo-desk.json',
                types: [sealed ? sealedType : plainType],
            });
        } catch {
            return undefined; // the person canceled
        }
        const file = {handle, sealed, passphrase};
        this.file = file;
        await this.write();
        return this.file === file ? {handle, sealed} : undefined;
    }

    /** Must be called while a click is handled. */
    async allow(): Promise<void> {
        const state = await this.file?.handle.requestPermission(way).catch(() => undefined);
        if (state === 'granted') await this.goOn();
    }

    /** Resumes writing an encrypted file, if this is its passphrase. */
    async unlock(passphrase: string): Promise<void> {
        const {file} = this;
        if (!file) return;
        const opens = await isOpenedBy(file, passphrase);
        if (this.file !== file) return;
        if (!opens) return this.become(FileState.refused);
        this.file = {...file, passphrase};
        await this.write();
    }

    forget(): void {
        clearTimeout(this.timer);
        this.file = undefined;
        if (this.state !== FileState.impossible) this.become(FileState.none);
    }

    /** The records have changed. */
    follow(): void {
        if (this.state !== FileState.kept && this.state !== FileState.failed) return;
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.write(), pause);
    }

    private async goOn(): Promise<void> {
        if (this.file && isLocked(this.file)) this.become(FileState.locked);
        else await this.write();
    }

    /** One after the other, because two at once would each replace the whole file. */
    private write(): Promise<void> {
        if (this.waits) return this.writing;
        this.waits = true;
        return this.writing = this.writing.then(async () => {
            this.waits = false;
            const {file} = this;
            if (!file || isLocked(file)) return;
            const state = await this.writeTo(file).then(
                () => FileState.kept, () => FileState.failed);
            if (this.file === file) this.become(state);
        });
    }

    private async writeTo(file: Target): Promise<void> {
        const content = this.content();
        const whole = file.sealed ? await seal(await bytesOf(content), file.passphrase) : content;
        if (this.file !== file) return;
        const writable = await file.handle.createWritable();
        await writable.write(whole as BlobPart);
        await writable.close();
    }

    private become(state: FileState): void {
        this.state = state;
        this.changed();
    }
}
