// The service worker. It serves the one version it was installed with, whole, and never mixes two:
// a newer one waits until the page lets it in.
export {};

// Filled in when the page is put together: every file, and a hash over them.
declare const FILES: string[];
declare const BUILD: string;
declare const self: ServiceWorkerGlobalScope;

const prefix = 'cppo-desk-';
const cacheName = prefix + BUILD;

async function install(): Promise<void> {
    const cache = await caches.open(cacheName);
    // Asked of the server, because a stale file from the browser's cache would mix versions.
    await cache.addAll(FILES.map((file) => new Request(file, {cache: 'no-cache'})));
}

async function activate(): Promise<void> {
    for (const name of await caches.keys())
        if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
    await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
    const cache = await caches.open(cacheName);
    const wanted = request.mode === 'navigate' ? 'index.html' : request;
    return await cache.match(wanted, {ignoreSearch: true}) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
    const ours = new URL(event.request.url).origin === self.location.origin;
    if (event.request.method === 'GET' && ours) event.respondWith(answer(event.request));
});
self.addEventListener('message', (event) => {
    if (event.data === 'update') void self.skipWaiting();
});
