// What the browser holds for the page, read and changed past it, and files dropped on the page.

/** What the browser really holds, read past the page. */
export const stored = (page) => page.evaluate(() => new Promise((resolve, reject) => {
    const opening = indexedDB.open('cppo-desk');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const store = opening.result.transaction('records').objectStore('records');
        const [keys, texts] = [store.getAllKeys(), store.getAll()];
        store.transaction.oncomplete = () => {
            opening.result.close();
            resolve(Object.fromEntries(keys.result.map((key, i) => [key, texts.result[i]])));
        };
    };
}));

/** Waits until the second copy holds this text too. */
export const copied = (page, text) => page.waitForFunction(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('cppo-desk');
    for await (const [name, handle] of folder.entries())
        if (/^(base|step)/.test(name) && (await (await handle.getFile()).text()).includes(wanted))
            return true;
    return false;
}, text);

/** Writes a value past the page, as a fault of the browser would: of a store, at a key. */
export const tamper = (page, ...what) => page.evaluate(([name, at, put]) => new Promise((done) => {
    const opening = indexedDB.open('cppo-desk');
    opening.onsuccess = () => {
        const tx = opening.result.transaction(name, 'readwrite');
        tx.objectStore(name).put(put, at);
        tx.oncomplete = () => (opening.result.close(), done());
    };
}), what);

/** Leaves the database as a newer version of the page would: of a version this one cannot open. */
export const storeOfNewerVersion = (page) => page.evaluate(() => new Promise((done) => {
    const opening = indexedDB.open('cppo-desk', 99);
    opening.onsuccess = () => (opening.result.close(), done());
}));

export const drop = (page, name, bytes) => page.evaluate(([given, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(content)], given));
    document.querySelector('#canvas').dispatchEvent(
        new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
}, [name, [...bytes]]);
