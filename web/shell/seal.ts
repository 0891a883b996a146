// Files that only who knows the passphrase can read, in the age format (age-encryption.org/v1): any
// program for it opens ours, and the page opens what it sealed with a passphrase.
import {Decrypter, Encrypter} from 'age-encryption';

export function seal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    return encrypter.encrypt(bytes);
}

/** Refuses when the passphrase is another, or the file is not whole. */
export function unseal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return decrypter.decrypt(bytes);
}
