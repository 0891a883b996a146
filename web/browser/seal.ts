// Files encrypted with a passphrase in the age format (age-encryption.org/v1), which other age
// programs can also read. A worker does this, because deriving the key takes seconds, which slows
// down anyone who guesses passphrases.
import {workerAddress} from './workers';

/** A request to seal_worker.ts. */
export interface Task {
    way: 'seal' | 'unseal';
    bytes: Uint8Array;
    passphrase: string;
}

/** `bytes` on success, else a `problem`. */
export interface Answer {
    bytes?: Uint8Array;
    problem?: string;
}

export function seal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
    return done({way: 'seal', bytes, passphrase});
}

/** Rejects if the passphrase is wrong or the file is damaged. */
export function unseal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
    return done({way: 'unseal', bytes, passphrase});
}

/** Uses a new worker for each file, so that its memory is freed afterward. */
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
