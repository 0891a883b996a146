// The page's records and how far they are stored. Everything handed over stays here until the
// browser confirms that it is stored; after a failure it is kept and retried.
import {exportOf, isRecord, notJson} from './export';
import {Guards, type BackupRequest} from './guards';
import {call} from '../browser/native';
import {
    apply, Emptied, Fate, isOfNewerVersion, Overtaken, Source, Store, type Change, type Contents,
} from './store';
import {Writer} from './writer';

export enum SaveState { loading, saved, saving, notSaved, memoryOnly, readOnly }

const pauses = [200, 1000, 5000]; // milliseconds before a failed write is tried again

const sentences: Record<string, string> = {
    QuotaExceededError: 'The browser\'s storage is full. Free some space, or save ' +
        'the records to a file; the page tries again automatically.',
    TimeoutError: 'The browser\'s storage is not responding. The page tries again automatically.',
};
const sentenceElse = 'The browser could not store the last changes. They stay here while the ' +
    'page is open, and the page tries again.';
const sentenceMemory = 'This browser does not let the page store records: what you enter is lost ' +
    'when the page closes. Export it first.';
const sentenceNewer = 'A newer version of CPPO Desk wrote these records. Reload the page to ' +
    'get it.';
const sentenceBlocked = 'CPPO Desk is open in another tab, in an older version. Close that tab: ' +
    'this one then continues.';
const sentenceTab = 'Editing is active in another tab.';
const sentenceTaken = 'Another tab started editing before your last changes here were saved.';

function nameOf(error: unknown): string {
    return error instanceof Error || error instanceof DOMException ? error.name : '';
}

export class Storage {
    private readonly store = new Store(() => this.setState(SaveState.loading, sentenceBlocked));
    private readonly guards = new Guards(this.store, () => this.records);
    private readonly writer = new Writer({
        gained: () => void this.becomeWriter(),
        lost: () => this.becomeReader(),
        finish: () => this.settled(),
        changed: (changes) => this.follow(changes),
    });
    private records = new Map<string, string>();
    private dirty = new Set<string>();
    private unread: string[] = []; // damaged, reported one by one
    private inFlight: Change[] = [];
    private heard: Change[] = []; // from the writing tab, before this one had read
    private state = SaveState.loading;
    private epoch = 0; // 0: not the writer
    private turn = 0; // raised whenever this tab begins or ends to be the writer
    private revision = 0; // the last write that was stored
    private flushing = false;
    private failures = 0;
    private timer = 0;

    // --- for the program ----------------------------------------------------------------------

    async open(): Promise<void> {
        this.attachPage();
        try {
            if (!indexedDB) throw new Error();
            if (await this.writer.start()) await this.becomeWriter();
            else await this.startReading();
        } catch (error) {
            await this.giveUp(error);
        }
    }

    /** The program says what it stores `beside` the records; exports go by the key alone. */
    put(key: string, text: string, beside = false): void {
        if (text && beside === isRecord(key))
            throw new Error(`export.ts and the program disagree on whether ${key} is a record`);
        apply(this.records, key, text);
        this.dirty.add(key);
    }

    commit(): void {
        if (this.state === SaveState.readOnly) throw new Error('saved while another tab writes');
        this.guards.changed();
        this.retry();
    }

    retry(): void {
        clearTimeout(this.timer);
        void this.flush();
    }

    takeOver(): void {
        if (this.state === SaveState.readOnly) void this.writer.takeOver();
    }

    /** The program can make nothing of this record. */
    damaged(key: string): void {
        this.unread.push(key);
    }

    /** The program has read all that it was given. */
    read(): void {
        const damaged = this.unread.splice(0);
        if (this.epoch !== 0) this.guards.begin(this.revision, damaged);
    }

    guard(what: BackupRequest, of: string): void {
        this.guards.act(what, of);
    }

    // --- for the rest of the page -------------------------------------------------------------

    /** Waits a moment for what is under way; resolves to whether everything is stored. */
    async settled(): Promise<boolean> {
        const busy = () => this.epoch !== 0 && (this.flushing || this.dirty.size > 0);
        for (const end = Date.now() + 2500; busy() && Date.now() < end;)
            await new Promise((resolve) => setTimeout(resolve, 20));
        return this.isSettled();
    }

    isSettled(): boolean {
        return this.dirty.size === 0 && this.inFlight.length === 0;
    }

    /** All records as an export, from here or else from wherever the browser holds them. */
    async rescue(): Promise<Blob> {
        const records = this.state === SaveState.loading ? await this.reachable() : this.records;
        return exportOf(records, notJson(records));
    }

    /** What the database holds, or the second copy where the database fails or holds less. */
    private async reachable(): Promise<Map<string, string>> {
        let failure: unknown;
        const stored = await this.store.readAny().catch((error) => void (failure = error));
        const copied = await this.guards.later(stored?.revision ?? 0);
        const records = copied?.records ?? stored?.records;
        if (!records) throw failure;
        return records;
    }

    // --- writing ------------------------------------------------------------------------------

    private setState(state: SaveState, problem = ''): void {
        this.state = state;
        call('save_state', state, problem);
    }

    private async flush(): Promise<void> {
        if (this.flushing || this.epoch === 0) return;
        this.flushing = true;
        while (this.dirty.size > 0 && this.epoch !== 0 && await this.writeBatch());
        this.flushing = false;
        if (this.epoch === 0 || this.dirty.size > 0) return;
        this.failures = 0;
        if (this.state !== SaveState.saved) this.setState(SaveState.saved);
    }

    /** Returns whether the batch was stored, or may be tried again at once. */
    private async writeBatch(): Promise<boolean> {
        this.inFlight = [...this.dirty].map((key) => [key, this.records.get(key) ?? '']);
        this.dirty.clear();
        // "Not saved" stays until something was saved.
        if (this.state !== SaveState.notSaved) this.setState(SaveState.saving);
        try {
            const changes = this.inFlight;
            this.revision = await this.store.write(changes, this.epoch, this.records.size);
            this.inFlight = [];
            if (this.epoch === 0) return false; // another tab took over, with these changes
            this.writer.send({kind: 'changed', changes});
            await this.guards.follow(changes, this.revision);
            return true;
        } catch (error) {
            for (const [key] of this.inFlight) this.dirty.add(key);
            this.inFlight = [];
            return this.recover(error);
        }
    }

    private async recover(error: unknown): Promise<boolean> {
        const {turn} = this;
        if (error instanceof Emptied && this.epoch !== 0) {
            try {
                const all = await this.store.claim(this.revision, [...this.records]);
                if (turn === this.turn) ({epoch: this.epoch, revision: this.revision} = all);
                return turn === this.turn;
            } catch (again) {
                error = again;
            }
        }
        if (error instanceof Overtaken || this.epoch === 0) {
            this.becomeReader();
            return false;
        }
        this.setState(SaveState.notSaved, sentences[nameOf(error)] ?? sentenceElse);
        // The connection may be what is wrong.
        this.store.renew().catch(() => {});
        const pause = pauses[Math.min(this.failures++, pauses.length - 1)];
        this.timer = window.setTimeout(() => void this.flush(), pause);
        return false;
    }

    // --- one writer among the tabs --------------------------------------------------------------

    private async becomeWriter(): Promise<void> {
        const turn = ++this.turn;
        try {
            const contents = await this.restored(await this.insist(() => this.store.claim()));
            if (turn !== this.turn) return; // another tab took over meanwhile
            const early = [...this.dirty].map((key): Change => [key, this.records.get(key) ?? '']);
            this.epoch = contents.epoch;
            this.revision = contents.revision;
            this.deliver(contents);
            for (const [key, text] of early) apply(this.records, key, text);
            this.setState(SaveState.saved);
            void this.flush();
        } catch (error) {
            if (turn !== this.turn) return;
            if (error instanceof Overtaken) this.becomeReader();
            else await this.giveUp(error);
        }
    }

    /** The second copy's contents where the database has lost writes that it had stored. */
    private async restored(stored: Contents): Promise<Contents> {
        const copied = await this.guards.later(stored.revision);
        if (!copied && stored.fate !== Fate.lost) return stored;
        if (!copied) return {...await this.store.claim(stored.known), fate: Fate.lost};
        const last = Math.max(copied.revision, stored.known);
        const gone = [...stored.records.keys()].filter((key) => !copied.records.has(key))
            .map((key): Change => [key, '']);
        const restored = await this.store.claim(last, [...copied.records, ...gone]);
        return {...restored, fate: copied.revision < stored.known ? Fate.lost : Fate.restored};
    }

    private becomeReader(): void {
        this.turn += 1;
        this.epoch = 0;
        this.guards.end();
        this.setState(SaveState.readOnly, this.isSettled() ? sentenceTab : sentenceTaken);
        // Written later, they would undo what the other tab wrote since.
        this.dirty.clear();
    }

    private async startReading(): Promise<void> {
        this.deliver(await this.insist(() => this.store.read()));
        this.becomeReader();
        this.follow(this.heard);
    }

    private follow(changes: Change[]): void {
        if (this.epoch !== 0) return;
        if (this.state === SaveState.loading) return void this.heard.push(...changes);
        for (const [key, text] of changes) {
            apply(this.records, key, text);
            call('record', key, text);
        }
        call('records_done', Source.changed, Fate.kept);
    }

    private deliver({records, fate}: Pick<Contents, 'records' | 'fate'>): void {
        this.records = records;
        for (const [key, text] of records) call('record', key, text);
        call('records_done', Source.all, fate);
    }

    /** Some failures to open pass; what still fails after the pauses does not. */
    private async insist<T>(action: () => Promise<T>): Promise<T> {
        for (const pause of pauses.slice(0, 2)) {
            try {
                return await action();
            } catch (error) {
                if (['VersionError', 'SecurityError', 'InvalidStateError'].includes(nameOf(error)))
                    throw error;
                this.store.drop();
                await new Promise((resolve) => setTimeout(resolve, pause));
            }
        }
        return action();
    }

    private async giveUp(error: unknown): Promise<void> {
        this.epoch = 0;
        // What cannot be written may still be there to be looked at, and to be saved to a file.
        const records = await this.reachable().catch(() => this.records);
        this.deliver({records, fate: Fate.kept});
        if (isOfNewerVersion(error)) this.setState(SaveState.readOnly, sentenceNewer);
        else this.setState(SaveState.memoryOnly, sentenceMemory);
        void this.guards.tell();
    }

    // --- the page's end -------------------------------------------------------------------------

    private attachPage(): void {
        addEventListener('pagehide', () => {
            if (this.epoch === 0 || this.isSettled()) return;
            const rest = [...this.dirty].map((key): Change => [key, this.records.get(key) ?? '']);
            this.store.writeLate([...this.inFlight, ...rest], this.epoch);
        });
        addEventListener('beforeunload', (event) => {
            const kept = this.state !== SaveState.notSaved && this.state !== SaveState.memoryOnly;
            if (!kept && !this.isSettled()) event.preventDefault();
        });
    }
}
