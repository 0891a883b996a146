// Protects the records besides their database: the second copy with its daily backups, the person's
// auto-saved file, and a check of the available storage. Of these, "Saved" waits only for the
// second copy, because a browser that is killed may restart with an empty database.
import {Copy, type Copied} from './copy';
import {exportOf} from './export';
import {deliverFile} from '../browser/files';
import {KeptFile} from './kept_file';
import {call} from '../browser/native';
import {today} from '../browser/route';
import {askToKeep, isLow, space} from './space';
import {Fate, Source, type Change, type Store} from './store';

export enum CopyState { none, current, behind }

export enum BackupRequest { chooseFile, allowFile, openFile, forgetFile, openBackup }

const anHour = 3_600_000; // milliseconds between two looks at the room that is left
const patience = 3000; // milliseconds that "Saved" waits for the second copy

export class Guards {
    private readonly copy = new Copy();
    private readonly keptFile = new KeptFile(() => this.everything(), () => this.tell());
    private damaged = new Set<string>(); // keys the program can make nothing of
    private copyState = CopyState.none;
    private told = CopyState.none;
    private writes = false; // this tab does
    private queue: Promise<void> = Promise.resolve();
    private watching = 0;

    constructor(private readonly store: Store,
                private readonly records: () => Map<string, string>) {}

    /** What the second copy holds of later writes than `stored`; nothing when it cannot be read. */
    async later(stored: number): Promise<Copied | undefined> {
        await this.copy.open();
        if (this.copy.revision <= stored) return undefined;
        const copied = await this.copy.read().catch(() => undefined);
        return copied && copied.revision > stored ? copied : undefined;
    }

    /**
     * This tab writes from now on, and all is stored as of `revision`; of `damaged` keys the
     * program can make nothing, and is given what the copy holds of them.
     */
    begin(revision: number, damaged: string[]): void {
        this.damaged = new Set(damaged);
        this.writes = true;
        const isCurrent = this.copy.revision === revision;
        void this.beside(async () => {
            await this.giveCopied().catch(() => {}); // then it stays set aside
            if (!isCurrent) await this.copy.begin(this.records(), revision);
        });
        if (!this.copy.exists) void this.tell();
        void this.resumeFile();
        this.watching ||= window.setInterval(() => this.tell(), anHour);
    }

    /** Another tab writes from now on. */
    end(): void {
        this.writes = false;
        clearInterval(this.watching);
        this.watching = 0;
        this.keptFile.forget();
    }

    /** These changes were stored as `revision`. Resolves when they are copied, or cannot be. */
    async follow(changes: Change[], revision: number): Promise<void> {
        for (const [key] of changes) this.damaged.delete(key);
        void askToKeep();
        const late = new Promise((resolve) => setTimeout(resolve, patience, 'late'));
        const copied = this.beside(() => this.copy.add(changes, revision, this.records()));
        if (await Promise.race([late, copied]) !== 'late') return;
        this.copyState = CopyState.behind;
        void this.tell();
    }

    /** Something was entered, whether it can be stored or not. */
    changed(): void {
        this.keptFile.follow();
    }

    /** What the person asks for, while the click is handled. */
    act(what: BackupRequest, of: string): void {
        if (what === BackupRequest.chooseFile) void this.chooseFile(of);
        if (what === BackupRequest.allowFile) void this.keptFile.allow();
        if (what === BackupRequest.openFile) void this.keptFile.unlock(of);
        if (what === BackupRequest.forgetFile) void this.forgetFile();
        if (what === BackupRequest.openBackup) void this.openBackup(of);
    }

    private everything(): Blob {
        return exportOf(this.records(), this.damaged);
    }

    private async giveCopied(): Promise<void> {
        if (this.damaged.size === 0) return;
        const copied = await this.copy.read();
        for (const key of this.damaged) {
            const text = copied.records.get(key);
            if (text && text !== this.records().get(key)) call('record', key, text);
        }
        call('records_done', Source.copy, Fate.restored);
    }

    /** Runs actions one after the other; a failure is reported and the next write repairs it. */
    private beside(action: () => Promise<unknown>): Promise<unknown> {
        const done = this.queue.then(async () => {
            if (!this.copy.exists || !this.writes) return;
            this.copyState = await action().then(() => CopyState.current, () => CopyState.behind);
        });
        this.queue = done.then(async () => {
            const isNewDay = await this.keepDay().catch(() => false);
            if (isNewDay || this.copyState !== this.told) await this.tell();
        });
        return done;
    }

    private async keepDay(): Promise<boolean> {
        const may = this.writes && this.copyState === CopyState.current;
        if (!may || this.records().size === 0) return false;
        return this.copy.keepDay(() => this.everything(), this.copy.revision, today());
    }

    /** Reports the current state to the program. */
    async tell(): Promise<void> {
        this.told = this.copyState;
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

    private async chooseFile(passphrase: string): Promise<void> {
        const file = await this.keptFile.choose(passphrase);
        if (file) await this.store.keepFile(file).catch(() => {}); // else for this visit
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
