// The records in IndexedDB. A write is done when its transaction is complete and not before: in
// some browsers a request succeeds and its transaction fails. One writer at a time, by epoch: a
// tab that was overtaken while it slept cannot write.
import {openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction} from 'idb';

/** Key and text of a record; no text removes it. */
export type Change = [key: string, text: string];

/** A file the person has chosen, and whether it is encrypted with a passphrase. */
export interface OwnFile {
    handle: FileSystemFileHandle;
    sealed: boolean;
}

/** Written in one step while the page closes; the next writer takes it up. */
interface Late {
    epoch: number;
    changes: Change[];
}

interface Schema extends DBSchema {
    records: {key: string; value: string};
    meta: {key: 'epoch' | 'revision'; value: number};
    late: {key: number; value: Late};
    files: {key: 'kept' | 'sealed'; value: FileSystemFileHandle};
}

type Stores = ('records' | 'meta' | 'late')[];
const all: Stores = ['records', 'meta', 'late'];
const name = 'cppo-desk';
const version = 2;
const openTimeout = 3000; // milliseconds; some browsers never answer
const markerKey = 'cppo-desk.records'; // outlives the database where a browser drops it

/** Another tab has become the writer. */
export class Overtaken extends Error {}
/** The database is a new, empty one: the browser removed the old one. */
export class Emptied extends Error {}

/** The database was last opened by a newer version of the page. */
export function isOfNewerVersion(error: unknown): boolean {
    return error instanceof DOMException && error.name === 'VersionError';
}

export enum Fate { kept, lost, restored }

export enum Source { all, changed, copy }

export interface Contents {
    records: Map<string, string>;
    epoch: number;
    revision: number; // raised by every write
    known: number; // the last write reported as stored, from the marker beside the database
    fate: Fate;
}

/** What was reported as stored: the last write, and the number of records after it. */
interface Marker {
    revision: number;
    total: number;
}

const marker = {
    read(): Marker {
        try {
            const found = JSON.parse(localStorage.getItem(markerKey) ?? '0') as Marker | number;
            // Versions before kept the number alone.
            return typeof found === 'number' ? {revision: 0, total: found} : found;
        } catch {
            return {revision: 0, total: 0};
        }
    },
    write(revision: number, total: number): void {
        try {
            localStorage.setItem(markerKey, JSON.stringify({revision, total} satisfies Marker));
        } catch {
            // Only the notice after a loss depends on it.
        }
    },
};

/** Kept at once, which some browsers do not do with the write of a page that closes. */
const lateHere = {
    key: 'cppo-desk.late',
    write(late: Late): void {
        try {
            localStorage.setItem(this.key, JSON.stringify(late));
        } catch {
            // Too large, or forbidden: the transaction remains.
        }
    },
    read(epoch: number): Change[] {
        try {
            const late = JSON.parse(localStorage.getItem(this.key) ?? 'null') as Late | null;
            return late?.epoch === epoch && Array.isArray(late.changes) ? late.changes : [];
        } catch {
            return [];
        }
    },
    clear(): void {
        try {
            localStorage.removeItem(this.key);
        } catch {
            // Nothing was written either.
        }
    },
};

type Writing = IDBPTransaction<Schema, Stores, 'readwrite'>;

// A failed request fails its transaction, and that is what is awaited.
const ignore = () => {};

/** All of them, as of one moment. */
async function recordsIn(store: {getAllKeys(): Promise<string[]>; getAll(): Promise<string[]>}):
        Promise<Map<string, string>> {
    const [keys, texts] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return new Map(keys.map((key, i) => [key, texts[i]]));
}

/** Newer than anything a closing page left, so that goes. */
function put(tx: Writing, changes: Change[]): void {
    const records = tx.objectStore('records');
    for (const [key, text] of changes)
        (text ? records.put(text, key) : records.delete(key)).catch(ignore);
    tx.objectStore('late').clear().catch(ignore);
}

export class Store {
    private db?: IDBPDatabase<Schema>;
    private opening?: Promise<IDBPDatabase<Schema>>;

    /** `blocked` is called when an older version of the page is open in another tab. */
    constructor(private readonly blocked: () => void) {}

    /** The connection, opened when there is none. */
    async open(): Promise<IDBPDatabase<Schema>> {
        this.opening ??= this.connect();
        const opening = this.opening;
        try {
            return await opening;
        } catch (error) {
            if (this.opening === opening) this.opening = undefined;
            throw error;
        }
    }

    private async connect(): Promise<IDBPDatabase<Schema>> {
        let isBlocked = false;
        const opening = openDB<Schema>(name, version, {
            // Stores are added and never changed: an old record is read as it is, and stays so
            // until it changes.
            upgrade: (db, from, _, tx) => {
                tx.done.catch(ignore); // opening fails with it
                if (from < 1) {
                    db.createObjectStore('records');
                    db.createObjectStore('meta');
                    db.createObjectStore('late', {autoIncrement: true});
                }
                if (from < 2) db.createObjectStore('files');
            },
            // A newer version of the page, or the person, wants it: make way, open it when needed.
            blocking: () => this.drop(),
            // It goes on by itself as soon as that tab is closed.
            blocked: () => {
                isBlocked = true;
                this.blocked();
            },
            terminated: () => this.drop(),
        });
        const timeout = new Promise<never>((_, reject) => setTimeout(() => {
            if (!isBlocked) reject(new DOMException('no answer', 'TimeoutError'));
        }, openTimeout));
        try {
            this.db = await Promise.race([opening, timeout]);
            return this.db;
        } catch (error) {
            // One that opens too late must not stand in anybody's way.
            opening.then((db) => db.close(), () => {});
            throw error;
        }
    }

    /** Opens another connection; the old one serves a page that closes before there is another. */
    async renew(): Promise<void> {
        const old = this.db;
        this.opening = undefined;
        await this.open();
        if (this.db !== old) old?.close();
    }

    /** Forgets the connection; the next use opens a new one. */
    drop(): void {
        this.db?.close();
        this.db = this.opening = undefined;
    }

    private async contents(tx: IDBPTransaction<Schema, Stores, IDBTransactionMode>):
            Promise<Contents & {late: Change[]}> {
        // A failed request ends in the transaction's failure; one of the two is awaited.
        tx.done.catch(() => {});
        const meta = tx.objectStore('meta');
        const [epoch = 0, revision = 0, records, closing] = await Promise.all([
            meta.get('epoch'), meta.get('revision'), recordsIn(tx.objectStore('records')),
            tx.objectStore('late').getAll(),
        ]);
        const late = closing.filter((entry) => entry.epoch === epoch)
            .flatMap((entry) => entry.changes).concat(lateHere.read(epoch));
        for (const [key, text] of late) apply(records, key, text);
        const {revision: known, total} = marker.read();
        const gone = epoch === 0 ? total > 0 : revision < known;
        return {records, epoch, revision, known, late, fate: gone ? Fate.lost : Fate.kept};
    }

    async read(): Promise<Contents> {
        return this.contents((await this.open()).transaction(all));
    }

    /** What is stored, by this or a newer version of the page: for looking at, not for writing. */
    async readAny(): Promise<Pick<Contents, 'records' | 'revision'>> {
        try {
            return await this.read();
        } catch (error) {
            if (!isOfNewerVersion(error)) throw error;
            return {records: await this.readNewer(), revision: Infinity};
        }
    }

    /** The stores of a newer version may be others: then it fails. */
    private async readNewer(): Promise<Map<string, string>> {
        const db = await openDB<Schema>(name);
        try {
            const tx = db.transaction('records');
            tx.done.catch(ignore);
            return await recordsIn(tx.store);
        } finally {
            db.close();
        }
    }

    /**
     * Becomes the writer: every earlier writer's transactions fail from here on. Revisions go on
     * from the greater of the stored one and `from`. Stores `changes` in the same step: a revision
     * without what belongs to it would hide a loss.
     */
    async claim(from = 0, changes: Change[] = []): Promise<Contents> {
        const tx = (await this.open()).transaction(all, 'readwrite', {durability: 'strict'});
        const contents = await this.contents(tx);
        const epoch = contents.epoch + 1;
        const written = [...contents.late, ...changes];
        const revision = Math.max(contents.revision, from) + (written.length > 0 ? 1 : 0);
        put(tx, written);
        tx.objectStore('meta').put(epoch, 'epoch').catch(ignore);
        tx.objectStore('meta').put(revision, 'revision').catch(ignore);
        await tx.done;
        lateHere.clear();
        for (const [key, text] of changes) apply(contents.records, key, text);
        if (changes.length > 0) marker.write(revision, contents.records.size);
        return {...contents, epoch, revision};
    }

    /**
     * Stores all changes or none, and gives their revision. `total` is how many records there are
     * after them.
     */
    async write(changes: Change[], epoch: number, total: number): Promise<number> {
        const tx = (await this.open()).transaction(all, 'readwrite', {durability: 'strict'});
        tx.done.catch(ignore); // awaited below, or overtaken by a better reason
        const meta = tx.objectStore('meta');
        const [current, last = 0] = await Promise.all([meta.get('epoch'), meta.get('revision')]);
        if (current !== epoch) {
            tx.abort();
            throw current === undefined ? new Emptied() : new Overtaken();
        }
        put(tx, changes);
        meta.put(last + 1, 'revision').catch(ignore);
        await tx.done;
        lateHere.clear();
        marker.write(last + 1, total);
        return last + 1;
    }

    /** Remembers the person's auto-saved file; undefined forgets it. */
    async keepFile(file: OwnFile | undefined): Promise<void> {
        const tx = (await this.open()).transaction('files', 'readwrite');
        tx.done.catch(ignore); // awaited below
        tx.store.clear().catch(ignore);
        if (file) tx.store.put(file.handle, file.sealed ? 'sealed' : 'kept').catch(ignore);
        await tx.done;
    }

    async keptFile(): Promise<OwnFile | undefined> {
        const tx = (await this.open()).transaction('files');
        tx.done.catch(ignore);
        const [plain, sealed] = await Promise.all([tx.store.get('kept'), tx.store.get('sealed')]);
        const handle = plain ?? sealed;
        return handle && {handle, sealed: !plain};
    }

    /** While the page closes there is time for one step and none to ask who the writer is. */
    writeLate(changes: Change[], epoch: number): void {
        lateHere.write({epoch, changes});
        try {
            const tx = this.db?.transaction('late', 'readwrite', {durability: 'strict'});
            tx?.done.catch(ignore);
            tx?.store.add({epoch, changes}).catch(ignore);
            tx?.commit();
        } catch {
            // The connection is gone; what is kept beside it remains.
        }
    }
}

export function apply(records: Map<string, string>, key: string, text: string): void {
    if (text) records.set(key, text);
    else records.delete(key);
}
