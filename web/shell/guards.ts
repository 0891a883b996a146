// What guards the records besides their database: the second copy with its daily backups, a file of
// the person's own, and an eye on the room the browser gives. None of it delays "Saved".
import {Copy, exportOf, type Copied} from './copy';
import {deliverFile} from './files';
import {KeptFile} from './kept_file';
import {call} from './native';
import {today} from './route';
import {askToKeep, isLow, space} from './space';
import type {Change, Store} from './store';

/** In the order of CopyState in storage.hpp. */
const enum CopyState { none, current, behind }

/** In the order of Guarding. */
export const enum Guarding { chooseFile, allowFile, forgetFile, openBackup }

const anHour = 3_600_000; // milliseconds between two looks at the room that is left

export class Guards {
    private readonly copy = new Copy();
    private readonly keptFile = new KeptFile(() => exportOf(this.records()), () => this.tell());
    private copyState = CopyState.none;
    private queue: Promise<void> = Promise.resolve();
    private watching = 0;

    constructor(private readonly store: Store,
                private readonly records: () => Map<string, string>) {}

    /** The write the second copy is at; 0 where there is none. */
    get revision(): number {
        return this.copy.revision;
    }

    /** What the second copy holds of later writes than `stored`; nothing when it cannot be read. */
    async later(stored: number): Promise<Copied | undefined> {
        await this.copy.open();
        if (this.copy.revision <= stored) return undefined;
        const copied = await this.copy.read().catch(() => undefined);
        return copied && copied.revision > stored ? copied : undefined;
    }

    /** This tab writes from now on, and all is stored as of `revision`. */
    begin(revision: number): void {
        const isCurrent = this.copy.revision === revision;
        this.beside(async () => isCurrent || this.copy.begin(this.records(), revision));
        if (!this.copy.exists) void this.tell();
        void this.resumeFile();
        this.watching ||= window.setInterval(() => this.tell(), anHour);
    }

    /** Another tab writes from now on. */
    end(): void {
        clearInterval(this.watching);
        this.watching = 0;
        this.keptFile.forget();
    }

    /** These changes were stored as `revision`. */
    follow(changes: Change[], revision: number): void {
        this.beside(() => this.copy.add(changes, revision, this.records()));
        this.keptFile.follow();
        void askToKeep();
    }

    /** What the person asks for, while the click is handled. */
    act(what: Guarding, backup: string): void {
        if (what === Guarding.chooseFile) void this.chooseFile();
        if (what === Guarding.allowFile) void this.keptFile.allow();
        if (what === Guarding.forgetFile) void this.forgetFile();
        if (what === Guarding.openBackup) void this.openBackup(backup);
    }

    /** One after the other; a failure is told and made good with the next write. */
    private beside(action: () => Promise<unknown>): void {
        this.queue = this.queue.then(async () => {
            if (!this.copy.exists) return;
            const before = this.copyState;
            let isNewDay = false;
            try {
                await action();
                isNewDay = await this.copy.keepDay(this.records(), this.copy.revision, today());
                this.copyState = CopyState.current;
            } catch {
                this.copyState = CopyState.behind;
            }
            if (isNewDay || this.copyState !== before) await this.tell();
        });
    }

    private async tell(): Promise<void> {
        const backups = this.copy.exists ? await this.copy.backups().catch(() => []) : [];
        const room = await space();
        for (const {name, day, size} of backups) call('backup', name, day, size);
        call('guards', this.copyState, room.promised, room.used, room.most, isLow(room),
             this.keptFile.state, this.keptFile.name);
    }

    /** As with any file, what it would change is shown first. */
    private async openBackup(name: string): Promise<void> {
        const text = this.copy.textOf(name).catch(() => undefined);
        await deliverFile(name.replace(/\.gz$/, ''), await text);
    }

    private async chooseFile(): Promise<void> {
        const handle = await this.keptFile.choose();
        if (handle) await this.store.keepFile(handle).catch(() => {}); // else for this visit
    }

    private async resumeFile(): Promise<void> {
        try {
            await this.keptFile.resume(await this.store.keptFile());
        } catch {
            // The person can choose it again.
        }
    }

    private async forgetFile(): Promise<void> {
        this.keptFile.forget();
        await this.store.keepFile(undefined).catch(() => {});
    }
}
