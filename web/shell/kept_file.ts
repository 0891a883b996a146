// A file of the person's own that follows the records, where the browser lets a page write one. The
// browser remembers which file; whether it may still be written the person is asked in every visit.

// Not in TypeScript's library: only some browsers have them.
interface Permitted extends FileSystemFileHandle {
    queryPermission(way: {mode: 'readwrite'}): Promise<PermissionState>;
    requestPermission(way: {mode: 'readwrite'}): Promise<PermissionState>;
}
type Picker = (options: object) => Promise<Permitted>;
declare const showSaveFilePicker: Picker | undefined;

/** In the order of FileState in storage.hpp. */
export const enum FileState { impossible, none, kept, asks, failed }

const way = {mode: 'readwrite'} as const;
const pause = 1000; // milliseconds; many changes in a row are written once

export class KeptFile {
    state = FileState.none;
    name = '';
    private handle?: Permitted;
    private timer = 0;
    private writing: Promise<void> = Promise.resolve();

    /** `content` gives what the file is to hold; `changed` is called with every new state. */
    constructor(private readonly content: () => Blob, private readonly changed: () => void) {
        if (typeof showSaveFilePicker === 'undefined') this.state = FileState.impossible;
    }

    /** Goes on with the file of an earlier visit. */
    async resume(handle: FileSystemFileHandle | undefined): Promise<void> {
        if (!handle || this.state === FileState.impossible) return;
        this.handle = handle as Permitted;
        this.name = handle.name;
        const allowed = await this.handle.queryPermission(way) === 'granted';
        if (allowed) await this.write();
        else this.become(FileState.asks);
    }

    /** Lets the person choose; nothing when they do not. While a click is handled. */
    async choose(): Promise<FileSystemFileHandle | undefined> {
        try {
            this.handle = await showSaveFilePicker!({
                suggestedName: 'cppo-desk.json',
                types: [{description: 'Records', accept: {'application/json': ['.json']}}],
            });
        } catch {
            return undefined; // the person changed their mind
        }
        this.name = this.handle.name;
        await this.write();
        return this.handle;
    }

    /** While a click is handled. */
    async allow(): Promise<void> {
        const state = await this.handle?.requestPermission(way).catch(() => undefined);
        if (state === 'granted') await this.write();
    }

    forget(): void {
        clearTimeout(this.timer);
        this.handle = undefined;
        if (this.state !== FileState.impossible) this.become(FileState.none);
    }

    /** The records have changed. */
    follow(): void {
        if (this.state !== FileState.kept && this.state !== FileState.failed) return;
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.write(), pause);
    }

    /** One after the other: two at once would each replace the whole file. */
    private write(): Promise<void> {
        const handle = this.handle!;
        this.writing = this.writing.then(async () => {
            try {
                const file = await handle.createWritable();
                await file.write(this.content());
                await file.close();
                if (this.handle === handle) this.become(FileState.kept);
            } catch {
                if (this.handle === handle) this.become(FileState.failed);
            }
        });
        return this.writing;
    }

    private become(state: FileState): void {
        this.state = state;
        this.changed();
    }
}
