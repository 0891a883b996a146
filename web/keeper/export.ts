// All records as one file: an export, which Import and `cppo data import` read. Backups, the
// person's own file and what the page hands out when it cannot go on are all made here.

// What the page stores beside the records. Every other key is a record's, whether this version
// knows its kind or not: a kind that nobody listed is in every export all the same.
const beside = /^(undo\/|display$|alone$|typed$)/;

export function isRecord(key: string): boolean {
    return !beside.test(key);
}

/** The parts of a text that could be too long for one string. */
export function listed(head: string, members: string[], tail: string): string[] {
    return [head, ...members.map((text, i) => i > 0 ? ',' + text : text), tail];
}

/**
 * The export of `records`. The `damaged` ones become strings: a reader then sets them aside, and
 * the rest of the file stays whole.
 */
export function exportOf(records: Map<string, string>, damaged: Set<string>): Blob {
    const texts = [...records].filter(([key]) => isRecord(key))
        .map(([key, text]) => damaged.has(key) ? JSON.stringify(text) : text);
    return new Blob(listed('{"schema":1,"kind":"export","records":[', texts, ']}\n'));
}

/** The keys of texts that are not JSON, for where no program has read them. */
export function notJson(records: Map<string, string>): Set<string> {
    const isJson = (text: string) => {
        try {
            JSON.parse(text);
            return true;
        } catch {
            return false;
        }
    };
    return new Set([...records].filter(([, text]) => !isJson(text)).map(([key]) => key));
}
