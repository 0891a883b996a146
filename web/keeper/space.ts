// How much storage the browser gives the page, and whether it may delete the records.
const askedKey = 'cppo-desk.asked';
const least = 20e6; // bytes; with less free, or more than four fifths in use, the person is warned

export interface Space {
    promised: boolean; // the browser removes nothing by itself
    used: number; // bytes
    most: number;
}

export async function space(): Promise<Space> {
    try {
        const [promised, {usage = 0, quota = 0}] = await Promise.all([
            navigator.storage.persisted(), navigator.storage.estimate()]);
        return {promised, used: usage, most: quota};
    } catch {
        return {promised: false, used: 0, most: 0};
    }
}

export function isLow({used, most}: Space): boolean {
    return most > 0 && (most - used < least || used > most * 0.8);
}

/** Asks the browser to keep the records, once: some of them put the question to the person. */
export async function askToKeep(): Promise<boolean> {
    try {
        if (localStorage.getItem(askedKey) || await navigator.storage.persisted()) return false;
        localStorage.setItem(askedKey, 'yes');
        return await navigator.storage.persist();
    } catch {
        return false;
    }
}
