// Which tab writes. The browser's lock goes to one tab; the others wait for it, and one of them may
// ask for it. Without locks a tab reads until its person decides otherwise.
const lockName = 'cppo-desk.writer';
const patience = 3000; // milliseconds for the writing tab to finish

type Message = {kind: 'yield'} | {kind: 'yielded'} | {kind: 'changed'; changes: [string, string][]};

interface Events {
    gained(): void;
    lost(): void;
    /** Another tab wants to write: resolves when everything here is stored. */
    finish(): Promise<unknown>;
    changed(changes: [string, string][]): void;
}

/** Some browsers have none, or forbid it with everything that lasts. */
function openChannel(): BroadcastChannel | undefined {
    try {
        return new BroadcastChannel('cppo-desk');
    } catch {
        return undefined;
    }
}

export class Writer {
    private readonly channel = openChannel();
    private waiting?: AbortController;
    private yielded?: () => void;

    constructor(private readonly events: Events) {
        this.channel?.addEventListener('message', (event) => void this.receive(event.data));
    }

    /** Takes the lock if it is free; resolves to whether it was. Otherwise waits for it. */
    async start(): Promise<boolean> {
        if (!navigator.locks) return false;
        const free = await this.request({ifAvailable: true});
        if (!free) this.wait();
        return free;
    }

    async takeOver(): Promise<void> {
        this.waiting?.abort();
        const answered = new Promise<void>((resolve) => this.yielded = resolve);
        this.send({kind: 'yield'});
        await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, patience))]);
        if (!navigator.locks || await this.request({steal: true})) this.events.gained();
    }

    send(message: Message): void {
        this.channel?.postMessage(message);
    }

    private wait(): void {
        this.waiting = new AbortController();
        void this.request({signal: this.waiting.signal}).then((given) => {
            if (given) this.events.gained();
        });
    }

    /** Resolves when the browser has decided; the lock is then held as long as the page lives. */
    private request(options: LockOptions): Promise<boolean> {
        return new Promise((decide) => {
            let held = false;
            const hold = (lock: Lock | null) => {
                held = lock !== null;
                decide(held);
                return held ? new Promise<void>(() => {}) : undefined;
            };
            navigator.locks.request(lockName, options, hold).catch(() => {
                decide(false);
                if (!held) return;
                this.events.lost(); // stolen
                this.wait();
            });
        });
    }

    private async receive(message: Message): Promise<void> {
        if (message.kind === 'changed') this.events.changed(message.changes);
        if (message.kind === 'yielded') this.yielded?.();
        if (message.kind === 'yield') {
            await this.events.finish();
            this.send({kind: 'yielded'});
        }
    }
}
