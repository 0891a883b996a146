// A second copy of the records, in files of the page's own, outside the database: a base with all
// of them and, for each write after it, a step. Every file is written whole or not at all, and
// carries in its name the number of the write it belongs to. Beside them a ring of daily backups.
import {listed} from './export';
import {apply, type Change} from './store';

const longest = 500; // steps before there is a new base
const daysKept = 7;

export interface Copied {
    revision: number;
    records: Map<string, string>;
}

export interface Backup {
    name: string;
    day: string; // 2026-11-25
    size: number; // bytes
}

interface Step {
    changes: Change[];
}

const parts = /^(base|step|backup)-(\d+)(?:-(\d{4}-\d\d-\d\d))?\.json(?:\.gz)?$/;

function nameOf(kind: 'base' | 'step', revision: number): string {
    return `${kind}-${String(revision).padStart(12, '0')}.json`;
}

function squeeze(bytes: Blob, Way: typeof CompressionStream | typeof DecompressionStream):
        Promise<Blob> {
    return new Response(bytes.stream().pipeThrough(new Way('gzip'))).blob();
}

export class Copy {
    private folder?: FileSystemDirectoryHandle;
    private steps = 0; // since the base
    private last = 0; // the newest write it holds
    private day = ''; // of the newest backup

    /** Where the browser has no such files, there is none. */
    async open(): Promise<void> {
        try {
            const root = await navigator.storage.getDirectory();
            this.folder = await root.getDirectoryHandle('cppo-desk', {create: true});
            await this.find();
        } catch {
            this.folder = undefined;
        }
    }

    get exists(): boolean {
        return this.folder !== undefined;
    }

    /** The write it is at. */
    get revision(): number {
        return this.last;
    }

    /** Begins anew with all records as they are after the write `revision`. */
    async begin(records: Map<string, string>, revision: number): Promise<void> {
        const base = nameOf('base', revision);
        // Another tab may take over while this one writes: only what is there now goes.
        const before = await this.entries();
        const members = [...records].map(([key, text]) =>
            `${JSON.stringify(key)}:${JSON.stringify(text)}`);
        await this.write(base, new Blob(listed('{"records":{', members, '}}')));
        this.steps = 0;
        this.last = revision;
        for (const {name, kind} of before)
            if (kind !== 'backup' && name !== base) await this.remove(name);
    }

    /** Adds a write; with too many of them, or after a gap, begins anew with `records`. */
    async add(changes: Change[], revision: number, records: Map<string, string>): Promise<void> {
        if (this.last === 0 || revision !== this.last + 1 || this.steps >= longest)
            return this.begin(records, revision);
        const text = JSON.stringify({changes} satisfies Step);
        await this.write(nameOf('step', revision), new Blob([text]));
        this.last = revision;
        this.steps += 1;
    }

    // --- backups ------------------------------------------------------------------------------

    /** The newest first. */
    async backups(): Promise<Backup[]> {
        const found = (await this.entries()).filter(({kind}) => kind === 'backup').reverse();
        return Promise.all(found.map(async ({name, day}) =>
            ({name, day, size: (await this.file(name)).size})));
    }

    /** Keeps what `content` gives unless the newest backup is of this day; whether it did. */
    async keepDay(content: () => Blob, revision: number, day: string): Promise<boolean> {
        if (!this.folder || day === this.day) return false;
        const number = String(revision).padStart(12, '0');
        const plain = content();
        const small = typeof CompressionStream === 'function';
        await this.write(`backup-${number}-${day}.json${small ? '.gz' : ''}`,
                         small ? await squeeze(plain, CompressionStream) : plain);
        this.day = day;
        for (const {name} of (await this.backups()).slice(daysKept)) await this.remove(name);
        return true;
    }

    async textOf(backup: string): Promise<Blob> {
        const file = await this.file(backup);
        return backup.endsWith('.gz') ? squeeze(file, DecompressionStream) : file;
    }

    // --- files --------------------------------------------------------------------------------

    /** How far it goes without a gap, by the names of its files that are not empty. */
    private async find(): Promise<void> {
        this.last = this.steps = 0;
        await this.clear();
        const entries = await this.entries();
        this.day = entries.filter(({kind}) => kind === 'backup').pop()?.day ?? '';
        const files = await Promise.all(entries.map(({name}) => this.file(name)));
        const whole = entries.filter((_, i) => files[i].size > 0);
        this.last = whole.filter(({kind}) => kind === 'base').pop()?.number ?? 0;
        for (const {kind, number} of whole) {
            if (kind !== 'step' || number !== this.last + 1) continue;
            this.last = number;
            this.steps += 1;
        }
    }

    /** What a browser that was killed left of files it was writing. */
    private async clear(): Promise<void> {
        const names: string[] = [];
        for await (const name of this.folder!.keys()) if (!parts.test(name)) names.push(name);
        for (const name of names) await this.remove(name).catch(() => {});
    }

    /** All it holds: the newest base that can be read, and the steps that follow it. */
    async read(): Promise<Copied> {
        const entries = await this.entries();
        for (const {name, number} of entries.filter(({kind}) => kind === 'base').reverse()) {
            const base = await this.parsed<{records: Record<string, string>}>(name);
            if (!base) continue;
            const copied = {revision: number, records: new Map(Object.entries(base.records))};
            for (const step of entries)
                if (step.kind === 'step' && step.number === copied.revision + 1)
                    if (!await this.follow(copied, step.name)) break;
            return copied;
        }
        return {revision: 0, records: new Map()};
    }

    private async follow(copied: Copied, name: string): Promise<boolean> {
        const step = await this.parsed<Step>(name);
        if (!step) return false;
        for (const [key, text] of step.changes) apply(copied.records, key, text);
        copied.revision += 1;
        return true;
    }

    /** Nothing for a file that was cut off. */
    private async parsed<Content>(name: string): Promise<Content | undefined> {
        try {
            return JSON.parse(await (await this.file(name)).text()) as Content;
        } catch {
            return undefined;
        }
    }

    /** In the order of their numbers. */
    private async entries() {
        const found: {name: string; kind: string; number: number; day: string}[] = [];
        for await (const name of this.folder!.keys()) {
            const [, kind, number, day = ''] = parts.exec(name) ?? [];
            if (kind) found.push({name, kind, number: Number(number), day});
        }
        return found.sort((a, b) => a.number - b.number);
    }

    private async file(name: string): Promise<File> {
        return (await this.folder!.getFileHandle(name)).getFile();
    }

    private async write(name: string, content: Blob): Promise<void> {
        const handle = await this.folder!.getFileHandle(name, {create: true});
        const file = await handle.createWritable();
        await file.write(content);
        await file.close(); // only now the old content is replaced
    }

    private async remove(name: string): Promise<void> {
        await this.folder!.removeEntry(name);
    }
}
