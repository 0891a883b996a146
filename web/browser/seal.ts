// Files that only who knows the passphrase can read, in the age format (age-encryption.org/v1): any
// program for it opens ours, and the page opens what it sealed with a passphrase. Made beside the
// page, because a passphrase takes seconds: whoever tries them one by one is to take that long.
import {workerAddress} from './workers';

/** What seal_worker.ts is asked. */
export interface Task {
    way: 'seal' | 'unseal';
    bytes: Uint8Array;
    passphrase: string;
}

/** `bytes` when it is done, else the `problem`. */
export interface Answer {
    bytes?: Uint8Array;
    problem?: string;
}

export function seal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
    return done({way: 'seal', bytes, passphrase});
}

/** Refuses when the passphrase is another, or the file is not whole. */
export function unseal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
    return done({way: 'unseal', bytes, passphrase});
}

/** By a worker of its own, whose memory goes with it. */
async function done(task: Task): Promise<Uint8Array> {
    const worker = new Worker(workerAddress('seal_worker.js'));
    return new Promise<Uint8Array>((resolve, reject) => {
        worker.addEventListener('message', ({data}: MessageEvent<Answer>) =>
            data.bytes ? resolve(data.bytes) : reject(new Error(data.problem)));
        for (const type of ['error', 'messageerror'])
            worker.addEventListener(type, () => reject(new Error('seal_worker.js stopped')));
        worker.postMessage(task);
    }).finally(() => worker.terminate());
}
