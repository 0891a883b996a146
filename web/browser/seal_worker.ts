// Encrypts or decrypts one file in a worker; see seal.ts.
import {Decrypter, Encrypter} from 'age-encryption';

import type {Answer, Task} from './seal';

declare const self: DedicatedWorkerGlobalScope;

function seal({bytes, passphrase}: Task): Promise<Uint8Array> {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    return encrypter.encrypt(bytes);
}

function unseal({bytes, passphrase}: Task): Promise<Uint8Array> {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return decrypter.decrypt(bytes);
}

async function answer(task: Task): Promise<Answer> {
    try {
        return {bytes: await (task.way === 'seal' ? seal(task) : unseal(task))};
    } catch (error) {
        return {problem: String(error)};
    }
}

self.addEventListener('message', async ({data}: MessageEvent<Task>) =>
    self.postMessage(await answer(data)));
