// The enums whose numbers cross between C++ and the scripts. Each side has them by name; a page
// whose two sides differ would take one state for another, so it stops before it does anything.
import {Action} from '../browser/agent';
import {Preference} from '../browser/display';
import {Pointer} from '../browser/input';
import {NodeFlag} from '../browser/mirror';
import {contractText} from '../browser/native';
import {PrintKind} from '../browser/print';
import {BackupRequest, CopyState} from './guards';
import {FileState} from './kept_file';
import {SaveState} from './storage';
import {Fate, Source} from './store';

const enums = {
    SaveState, Fate, Source, CopyState, FileState, BackupRequest, PrintKind, Pointer, Action,
};
const bits = {Preference, NodeFlag};

/** Enumerators are notSaved here and not_saved in C++. */
function namesIn(numbers: object, valueAt: (place: number) => number): string[] {
    return Object.entries(numbers).filter(([, value]) => typeof value === 'number')
        .map(([name, value], place) => value === valueAt(place) ?
            name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : `${name}=${value}`);
}

function linesOf(all: Record<string, object>, valueAt: (place: number) => number): string {
    return Object.entries(all)
        .map(([name, numbers]) => `${[name, ...namesIn(numbers, valueAt)].join(' ')}\n`).join('');
}

/** Throws when the program and the scripts disagree on an enum. */
export function checkContract(): void {
    const scripts = linesOf(enums, (place) => place) + linesOf(bits, (place) => 1 << place);
    const program = contractText();
    if (scripts === program) return;
    const known = program.split('\n');
    const other = scripts.split('\n').filter((line) => !known.includes(line)).join('; ');
    throw new Error(`The page and its program are of two versions: ${other || program}`);
}
