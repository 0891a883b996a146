// A file of the person's own that follows the records, where the browser lets a page write one. The
// browser remembers which file; whether it may still be written the person is asked in every visit,
// and for the passphrase of one that is sealed: it is kept nowhere.
import {seal, unseal} from './seal';
import type {OwnFile} from './store';

// Not in TypeScript's library: only some browsers have them.
interface Permitted extends FileSystemFileHandle {
    queryPermission(way: {mode: 'readwrite'}): Promise<PermissionState>;
    requestPermission(way: {mode: 'readwrite'}): Promise<PermissionState>;
}
type Picker = (options: object) => Promise<Permitted>;
declare const showSaveFilePicker: Picker | undefined;

/** In the order of FileState in storage.hpp. */
export const enum FileState { impossible, none, kept, asks, locked, refused, failed }

const way = {mode: 'readwrite'} as const;
const pause = 1000; // milliseconds; many changes in a row are written once

const plainType = {description: 'Records', accept: {'application/json': ['.json']}};
const sealedType = {description: 'Sealed records', accept: {'application/octet-stream': ['.age']}};

async function bytesOf(blob: Blob): Promise<Uint8Array> {
    return new Uint8Array(await blob.arrayBuffer());
}

export class KeptFile {
    state = FileState.none;
    name = '';
    private handle?: Permitted;
    private sealed = false;
    private passphrase = '';
    private timer = 0;
    private writing: Promise<void> = Promise.resolve();
    private waits = false; // a write that has not begun

    /** `content` gives what the file is to hold; `changed` is called with every new state. */
    constructor(private readonly content: () => Blob, private readonly changed: () => void) {
        if (typeof showSaveFilePicker === 'undefined') this.state = FileState.impossible;
    }

    /** Goes on with the file of an earlier visit. */
    async resume(file: OwnFile | undefined): Promise<void> {
        if (!file || this.state === FileState.impossible) return;
        this.take(file.handle as Permitted, file.sealed);
        if (await this.handle!.queryPermission(way) === 'granted') await this.goOn();
        else this.become(FileState.asks);
    }

    /**
     * Lets the person choose; nothing when they do not. With a passphrase the file is sealed.
     * While a click is handled.
     */
    async choose(passphrase: string): Promise<OwnFile | undefined> {
        const sealed = passphrase !== '';
        try {
            const handle = await showSaveFilePicker!({
                suggestedName: sealed ? 'cppo-desk.json.age' : 'cppo-desk.json',
                types: [sealed ? sealedType : plainType],
            });
            this.take(handle, sealed, passphrase);
        } catch {
            return undefined; // the person changed their mind
        }
        await this.write();
        return {handle: this.handle!, sealed};
    }

    /** While a click is handled. */
    async allow(): Promise<void> {
        const state = await this.handle?.requestPermission(way).catch(() => undefined);
        if (state === 'granted') await this.goOn();
    }

    /** Goes on with a sealed file, if this is its passphrase. */
    async unlock(passphrase: string): Promise<void> {
        if (!await this.opens(passphrase)) return this.become(FileState.refused);
        this.passphrase = passphrase;
        await this.write();
    }

    forget(): void {
        clearTimeout(this.timer);
        this.handle = undefined;
        this.passphrase = '';
        if (this.state !== FileState.impossible) this.become(FileState.none);
    }

    /** The records have changed. */
    follow(): void {
        if (this.state !== FileState.kept && this.state !== FileState.failed) return;
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.write(), pause);
    }

    private take(handle: Permitted, sealed: boolean, passphrase = ''): void {
        Object.assign(this, {handle, name: handle.name, sealed, passphrase});
    }

    private async goOn(): Promise<void> {
        if (this.sealed && !this.passphrase) this.become(FileState.locked);
        else await this.write();
    }

    /** A file that is gone, or empty, keeps nobody out. */
    private async opens(passphrase: string): Promise<boolean> {
        const bytes = await this.handle!.getFile().then(bytesOf).catch(() => new Uint8Array());
        return bytes.length === 0 || unseal(bytes, passphrase).then(() => true, () => false);
    }

    /** One after the other, because two at once would each replace the whole file. */
    private write(): Promise<void> {
        if (this.waits || !this.handle) return this.writing;
        this.waits = true;
        const handle = this.handle;
        return this.writing = this.writing.then(async () => {
            this.waits = false;
            if (this.handle !== handle) return;
            const state = await this.writeTo(handle).then(
                () => FileState.kept, () => FileState.failed);
            if (this.handle === handle) this.become(state);
        });
    }

    private async writeTo(handle: Permitted): Promise<void> {
        const content = this.content();
        const whole = this.sealed ? await seal(await bytesOf(content), this.passphrase) : content;
        const file = await handle.createWritable();
        await file.write(whole as BlobPart);
        await file.close();
    }

    private become(state: FileState): void {
        this.state = state;
        this.changed();
    }
}
