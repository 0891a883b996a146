// The part of the address after "#", which works on static hosts and offline.
import {call} from './native';

let current = read();

function read(): string {
    const hash = location.hash.slice(1);
    try {
        return decodeURI(hash) || '/';
    } catch {
        return hash; // typed by hand and malformed
    }
}

export function route(): string {
    return current;
}

export function setRoute(next: string, replace: boolean): void {
    if (next === current) return;
    current = next;
    const address = `#${encodeURI(next)}`;
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
}

export function attachRoute(): void {
    // Browsers send both events for one navigation; the second finds nothing new.
    const follow = () => {
        const next = read();
        if (next === current) return;
        current = next;
        call('route_changed', next);
    };
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
}

/** Today in the user's time zone, as yyyy-mm-dd. */
export function today(): string {
    const now = new Date();
    const two = (number: number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
