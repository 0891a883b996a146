// Registers the service worker, which keeps the page for offline use, and installs a newer version
// on request.
import {call} from '../browser/native';
import {workerAddress} from '../browser/workers';

let registration: ServiceWorkerRegistration | undefined;
let asked = false;

function watch(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
        // Without a controller this is the first version, not a newer one.
        if (worker.state === 'installed' && navigator.serviceWorker.controller)
            call('update_ready');
    });
}

/** Lets the waiting version in; every open tab loads it. */
export function applyUpdate(): void {
    asked = true;
    registration?.waiting?.postMessage('update');
}

export async function attachUpdates(mayReload: () => boolean): Promise<void> {
    const workers = navigator.serviceWorker;
    if (!workers || !location.protocol.startsWith('http')) return;
    const controlled = workers.controller !== null;
    workers.addEventListener('controllerchange', () => {
        if (controlled && (asked || mayReload())) location.reload();
    });
    try {
        registration = await workers.register(workerAddress('sw.js'), {updateViaCache: 'none'});
    } catch {
        return; // private windows and some settings have none; the page works on without
    }
    if (registration.waiting && workers.controller) call('update_ready');
    registration.addEventListener('updatefound', () => watch(registration!.installing));
}
